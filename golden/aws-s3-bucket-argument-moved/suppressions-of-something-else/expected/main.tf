resource "aws_s3_bucket" "site" {
  bucket = "site"

  #tfsec:ignore:AWS077 - Versioning is not enabled

  tags = {
    Team = "site"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "site" {
  bucket = aws_s3_bucket.site.id

  # trivy:ignore:avd-aws-0132
  # tfsec:ignore:aws-s3-encryption-customer-key
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_logging" "site" {
  bucket = aws_s3_bucket.site.id
  # Who reads what.
  target_bucket = "logs"
  target_prefix = "site/"
}
