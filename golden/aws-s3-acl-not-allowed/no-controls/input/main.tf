resource "aws_s3_bucket" "logs" {
  bucket_prefix = "logs-"
}

resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id
  acl    = "log-delivery-write"
}

resource "aws_s3_bucket" "site" {
  for_each = toset(["a", "b"])

  bucket_prefix = "site-${each.key}-"
}

resource "aws_s3_bucket_acl" "site" {
  for_each = aws_s3_bucket.site

  bucket = aws_s3_bucket.site[each.key].id
  acl    = local.acl
}

locals {
  acl = "private"
}
