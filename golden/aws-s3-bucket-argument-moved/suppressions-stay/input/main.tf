resource "aws_s3_bucket" "site" {
  #checkov:skip=CKV_AWS_144:one region is enough
  acl    = "private"
  bucket = "site"

  # Small, and made anew from the sources.
  # checkov:skip=CKV_AWS_21: small
  versioning {
    enabled = false # tfsec:ignore:aws-s3-enable-versioning
  }

  # tfsec:ignore:aws-s3-encryption-customer-key
  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "AES256" # checkov:skip=CKV_AWS_145:no key of our own
      }
    }
  }
}
