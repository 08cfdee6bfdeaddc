terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs-of-the-shop"

  lifecycle_rule {
    id      = "expire"
    enabled = true

    expiration {
      days = 0
    }
  }
}

resource "aws_s3_bucket" "reports" {
  bucket = "reports-of-the-shop"

  lifecycle_rule {
    id      = "old-versions"
    enabled = true

    noncurrent_version_expiration {
      days = 0
    }
  }
}
