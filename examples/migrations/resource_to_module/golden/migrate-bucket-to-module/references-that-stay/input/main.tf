resource "aws_s3_bucket" "shown" {
  bucket = "acme-shown"
}

resource "aws_s3_bucket_public_access_block" "shown" {
  bucket = aws_s3_bucket.shown.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

output "shown" {
  value = aws_s3_bucket.shown
}

resource "aws_s3_bucket" "adopted" {
  bucket = "acme-adopted"
}

resource "aws_s3_bucket_public_access_block" "adopted" {
  bucket = aws_s3_bucket.adopted.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

import {
  to = aws_s3_bucket.adopted
  id = "acme-adopted"
}

resource "aws_s3_bucket" "trigger" {
  bucket = "acme-trigger"
}

resource "aws_s3_bucket_public_access_block" "trigger" {
  bucket = aws_s3_bucket.trigger.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_object" "index" {
  bucket  = aws_s3_bucket.trigger.id
  key     = "index.html"
  content = "Hello"

  lifecycle {
    replace_triggered_by = [aws_s3_bucket.trigger.arn]
  }
}

resource "aws_s3_bucket" "tested" {
  bucket = "acme-tested"
}

resource "aws_s3_bucket_public_access_block" "tested" {
  bucket = aws_s3_bucket.tested.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
