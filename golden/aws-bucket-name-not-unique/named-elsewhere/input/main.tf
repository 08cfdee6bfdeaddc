locals {
  store = "shop-store"
}

resource "aws_s3_bucket" "logs" {
  bucket = "shop-logs"
}

resource "aws_s3_bucket" "store" {
  bucket = local.store
}

resource "aws_s3_bucket" "kept" {
  bucket = "shop-kept"

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket" "several" {
  count = 2

  bucket = "shop-${count.index}"
}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop-logs/*", "arn:aws:s3:::${local.store}/*"]
  }
}
