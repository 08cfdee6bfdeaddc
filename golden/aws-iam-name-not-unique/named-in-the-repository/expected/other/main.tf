data "aws_iam_role" "there" {
  name = "prod-by-lookup"
}

resource "aws_sns_topic" "all" {
  name_prefix = "all-"
  policy      = jsonencode({ Principal = { AWS = "arn:aws:iam::123456789012:role/prod-by-arn" } })
}
