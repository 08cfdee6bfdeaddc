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

  versioning {
    enabled    = true
    mfa_delete = false # nobody has a device
  }

  lifecycle_rule {
    id                                     = "markers"
    enabled                                = true
    abort_incomplete_multipart_upload_days = 0

    expiration {
      days                         = 0
      expired_object_delete_marker = true
    }

    transition {
      days          = 0
      storage_class = "GLACIER"
    }
  }
}
