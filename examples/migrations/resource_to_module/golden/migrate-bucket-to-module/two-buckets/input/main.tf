provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "archive"
  region = "eu-west-1"
}

resource "aws_s3_bucket" "archive" {
  provider = aws.archive
  bucket   = "acme-archive"
}

resource "aws_s3_bucket_public_access_block" "archive" {
  provider = aws.archive
  bucket   = aws_s3_bucket.archive.bucket

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "assets" {
  bucket = "acme-assets"
  tags   = { Archive = aws_s3_bucket.archive.arn }
}

resource "aws_s3_bucket_public_access_block" "assets" {
  bucket = aws_s3_bucket.assets.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "all" {
  for_each = toset([aws_s3_bucket.archive.id, aws_s3_bucket.assets.id])
  bucket   = each.key

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}
