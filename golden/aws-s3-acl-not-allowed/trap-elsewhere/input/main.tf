# Whose ownership controls these are is not known; and a bucket that exists may allow lists.
resource "aws_s3_bucket" "logs" {
  bucket_prefix = "logs-"
}

resource "aws_s3_bucket_ownership_controls" "given" {
  bucket = var.bucket

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id
  acl    = "log-delivery-write"
}

resource "aws_s3_bucket_acl" "given" {
  bucket = var.bucket
  acl    = "private"
}

variable "bucket" {
  type = string
}
