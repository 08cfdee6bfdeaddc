terraform { required_version = ">= 1.5" }

terraform {
  required_providers {
    aws    = "~> 5.0"
    random = "~> 3.6"
  }
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

# Managed by the platform team
terraform {
  required_version = "< 2.0" # until tested

  backend "s3" {}

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # tags of tags came then
      version = ">= 5.31"
    }
  }

  # Keep this block small.
}
