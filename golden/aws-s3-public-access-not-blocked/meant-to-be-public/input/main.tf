resource "aws_s3_bucket" "site" {
  bucket_prefix = "site-"
}

resource "aws_s3_bucket_website_configuration" "site" {
  bucket = aws_s3_bucket.site.id

  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket" "downloads" {
  bucket_prefix = "downloads-"
}

resource "aws_s3_bucket_public_access_block" "downloads" {
  bucket = aws_s3_bucket.downloads.id

  block_public_acls = true
}

resource "aws_s3_bucket_policy" "downloads" {
  bucket = aws_s3_bucket.downloads.id
  policy = data.aws_iam_policy_document.downloads.json
}

data "aws_iam_policy_document" "downloads" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.downloads.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

variable "policy" {
  type = string
}

resource "aws_s3_bucket" "by_variable" {
  bucket_prefix = "by-variable-"
}

resource "aws_s3_bucket_policy" "by_variable" {
  bucket = aws_s3_bucket.by_variable.id
  policy = var.policy
}

resource "aws_s3_bucket" "images" {
  bucket_prefix = "images-"
  acl           = "public-read"
}
