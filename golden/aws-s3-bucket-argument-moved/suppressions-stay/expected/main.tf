resource "aws_s3_bucket" "site" {
  #checkov:skip=CKV_AWS_144:one region is enough
  bucket = "site"

  # checkov:skip=CKV_AWS_21: small

  # checkov:skip=CKV_AWS_145:no key of our own
}

resource "aws_s3_bucket_server_side_encryption_configuration" "site" {
  bucket = aws_s3_bucket.site.id

  # tfsec:ignore:aws-s3-encryption-customer-key
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}
