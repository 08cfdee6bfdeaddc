locals {
  reading = ["s3:GetObject", "s3:ListBucket"]
  writing = ["s3:PutObject"]
}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = local.reading
    resources = ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"]
  }
}

data "aws_iam_policy_document" "read_and_write" {
  statement {
    actions   = local.reading
    resources = ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"]
  }

  statement {
    actions   = local.writing
    resources = ["arn:aws:s3:::shop/*"]
  }
}

resource "aws_iam_policy" "read" {
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_policy" "encoded" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = local.reading
      Resource = "*"
    }]
  })
}
