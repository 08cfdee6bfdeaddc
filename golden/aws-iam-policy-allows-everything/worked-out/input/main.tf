locals {
  actions  = ["*", "s3:GetObject"]
  readers  = ["s3:GetObject", "s3:ListBucket"]
  action   = "*"
  document = { Version = "2012-10-17" }
}

resource "aws_iam_policy" "looped" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for action in local.actions : {
      Effect   = "Allow"
      Action   = action
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "merged" {
  policy = jsonencode(merge(local.document, {
    Statement = [{
      Effect   = "Allow"
      Action   = local.action
      Resource = aws_s3_bucket.shop.arn
    }]
  }))
}

resource "aws_iam_policy" "heredoc" {
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "${local.action}", "Resource": "*" }]
    }
  EOT
}

resource "aws_iam_policy" "reading" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for action in local.readers : {
      Effect   = "Allow"
      Action   = action
      Resource = "*"
    }]
  })
}

resource "aws_s3_bucket" "shop" {
  bucket_prefix = "shop-"
}
