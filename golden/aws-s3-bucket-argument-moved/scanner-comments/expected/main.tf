# tfsec:ignore:aws-s3-encryption-customer-key tfsec:ignore:aws-s3-enable-versioning
# trivy:ignore:AVD-AWS-0089
# tfsec:ignore:aws-s3-specify-public-access-block:exp:2030-01-31
resource "aws_s3_bucket" "logs" {
  bucket = "logs-of-the-shop"
}

# tfsec:ignore:aws-s3-encryption-customer-key tfsec:ignore:aws-s3-enable-versioning
# trivy:ignore:AVD-AWS-0089
resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id

  versioning_configuration {
    status = "Enabled"
  }
}

# tfsec:ignore:aws-s3-encryption-customer-key tfsec:ignore:aws-s3-enable-versioning
# trivy:ignore:AVD-AWS-0089
resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

# trivy:ignore:AVD-AWS-0089
resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id
  acl    = "log-delivery-write" # tfsec:ignore:aws-s3-no-public-access-with-acl

  depends_on = [aws_s3_bucket_ownership_controls.logs]
}

resource "aws_s3_bucket" "site" { #trivy:ignore:aws-s3-enable-logging
  bucket = "site-of-the-shop"
}

#trivy:ignore:aws-s3-enable-logging
resource "aws_s3_bucket_logging" "site" {
  bucket        = aws_s3_bucket.site.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "site/"

  depends_on = [aws_s3_bucket_acl.logs]
}
