terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = "logs"

  versioning_configuration {
    status = "Enabled"
  }

  versioning_configuration {
    status = "Suspended"
  }
}
