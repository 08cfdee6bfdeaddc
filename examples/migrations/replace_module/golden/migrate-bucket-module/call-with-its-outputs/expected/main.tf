terraform {
  required_version = ">= 1.3"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

# What the build writes.
module "assets" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "~> 4.1"

  bucket        = "acme-assets-${var.environment}" # the CDN has it, too
  versioning    = { enabled = var.environment == "production" }
  force_destroy = true

  tags = {
    Team = "web"
  }
  attach_deny_insecure_transport_policy = true
}

variable "environment" {
  description = "Where this is deployed."
  type        = string
}
