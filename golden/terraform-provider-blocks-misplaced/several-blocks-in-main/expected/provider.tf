terraform {
  # until tested
  required_version = ">= 1.5, < 2.0"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # tags of tags came then
      version = "~> 5.0, >= 5.31"
    }
    random = "~> 3.6"
  }

  # Managed by the platform team
  backend "s3" {}

  # Keep this block small.
}
