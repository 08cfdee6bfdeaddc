# tfsec:ignore:aws-s3-encryption-customer-key tfsec:ignore:aws-s3-enable-versioning
# trivy:ignore:AVD-AWS-0089
# tfsec:ignore:aws-s3-specify-public-access-block:exp:2030-01-31
resource "aws_s3_bucket" "logs" {
  bucket = "logs-of-the-shop"
  acl    = "log-delivery-write" # tfsec:ignore:aws-s3-no-public-access-with-acl

  versioning {
    enabled = true
  }

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "AES256"
      }
    }
  }
}

resource "aws_s3_bucket" "site" { #trivy:ignore:aws-s3-enable-logging
  bucket = "site-of-the-shop"

  logging {
    target_bucket = aws_s3_bucket.logs.id
    target_prefix = "site/"
  }
}
