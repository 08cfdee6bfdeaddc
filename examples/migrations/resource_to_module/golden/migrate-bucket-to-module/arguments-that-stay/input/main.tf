resource "aws_s3_bucket" "many" {
  count  = 2
  bucket = "acme-many-${count.index}"
}

resource "aws_s3_bucket" "kept" {
  bucket = "acme-kept"

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_public_access_block" "kept" {
  bucket = aws_s3_bucket.kept.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "locked" {
  bucket              = "acme-locked"
  object_lock_enabled = true
}

resource "aws_s3_bucket_public_access_block" "locked" {
  bucket = aws_s3_bucket.locked.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "nameless" {
  force_destroy = true
}

resource "aws_s3_bucket_public_access_block" "nameless" {
  bucket = aws_s3_bucket.nameless.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
