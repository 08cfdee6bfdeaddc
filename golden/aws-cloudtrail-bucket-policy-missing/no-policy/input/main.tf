resource "aws_s3_bucket" "audit" {
  bucket_prefix = "audit-"
}

resource "aws_s3_bucket_public_access_block" "audit" {
  bucket = aws_s3_bucket.audit.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# Everything that is done in the account.
resource "aws_cloudtrail" "main" {
  name                  = "main-${var.environment}"
  s3_bucket_name        = aws_s3_bucket.audit.id
  s3_key_prefix         = "trail"
  is_multi_region_trail = true
}

data "aws_caller_identity" "current" {}

variable "environment" {
  type = string
}
