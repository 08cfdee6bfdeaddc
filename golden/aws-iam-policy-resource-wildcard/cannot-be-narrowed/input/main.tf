resource "aws_s3_bucket" "uploads" {
  bucket_prefix = "uploads-"
}

resource "aws_sns_topic" "a" {
  name_prefix = "a-"
}

resource "aws_sns_topic" "b" {
  name_prefix = "b-"
}

resource "aws_dynamodb_table" "tables" {
  count = 2

  name     = "table-${count.index}"
  hash_key = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["s3:GetObject", "s3:ListAllMyBuckets"]
    resources = ["*"]
  }

  statement {
    actions   = ["s3:GetObject", "cloudwatch:PutMetricData"]
    resources = ["*"]
  }

  statement {
    actions   = ["sns:Publish"]
    resources = ["*"]
  }

  statement {
    actions   = ["dynamodb:GetItem"]
    resources = ["*"]
  }

  statement {
    actions   = ["s3:Get*"]
    resources = ["*"]
  }

  statement {
    effect    = "Deny"
    actions   = ["s3:DeleteObject"]
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "app" {
  user   = "app"
  policy = data.aws_iam_policy_document.app.json
}
