variable "names" {
  type = map(string)
}

variable "audit_bucket" {
  type = string
}

locals {
  buckets = { logs = aws_s3_bucket.logs.id }
}

resource "aws_s3_bucket" "logs" {
  bucket_prefix = "logs-"
}

resource "aws_s3_bucket" "many" {
  for_each = var.names

  bucket = each.value
}

resource "aws_s3_bucket" "audit" {
  bucket = var.audit_bucket
}

resource "aws_s3_bucket_public_access_block" "these" {
  for_each = merge(local.buckets, { for key, bucket in aws_s3_bucket.many : key => bucket.id })

  bucket                  = each.value
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_public_access_block" "audit" {
  bucket                  = var.audit_bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "handed_on" {
  bucket_prefix = "handed-on-"
}

module "guard" {
  source = "git::https://example.com/guard.git"
  bucket = aws_s3_bucket.handed_on.id
}
