resource "aws_s3_bucket" "other" {
  bucket_prefix = "other-"
}

resource "aws_s3_bucket_policy" "other" {
  bucket = aws_s3_bucket.other.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "s3:DeleteObject"
      Resource  = "${aws_s3_bucket.other.arn}/*"
    }]
  })
}

resource "aws_cloudtrail" "other" {
  name           = "other"
  s3_bucket_name = aws_s3_bucket.other.id
}

resource "aws_s3_bucket" "circle" {
  bucket_prefix = "circle-"
}

resource "aws_s3_bucket_policy" "circle" {
  bucket = aws_s3_bucket.circle.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = ["s3:GetBucketAcl", "s3:PutObject"]
      Resource  = [aws_s3_bucket.circle.arn, "${aws_s3_bucket.circle.arn}/*"]
      Condition = { StringEquals = { "aws:SourceArn" = aws_cloudtrail.circle.arn } }
    }]
  })
}

resource "aws_cloudtrail" "circle" {
  name           = "circle"
  s3_bucket_name = aws_s3_bucket.circle.id
}

resource "aws_s3_bucket" "many" {
  count         = var.enabled ? 1 : 0
  bucket_prefix = "many-"
}

resource "aws_cloudtrail" "many" {
  count          = var.enabled ? 1 : 0
  name           = "many"
  s3_bucket_name = aws_s3_bucket.many[0].id
}

resource "aws_s3_bucket" "organization" {
  bucket_prefix = "organization-"
}

resource "aws_cloudtrail" "organization" {
  name                  = "organization"
  s3_bucket_name        = aws_s3_bucket.organization.id
  is_organization_trail = true
}

variable "enabled" {
  type = bool
}
