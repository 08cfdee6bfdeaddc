resource "aws_config_configuration_recorder" "main" {
  role_arn = aws_iam_role.config_role.arn
}

resource "aws_iam_role" "config_role" {
  name_prefix        = "config-"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_partition" "current" {}

locals {
  policies = ["service-role/AWS_ConfigRole", "AmazonS3FullAccess"]
}

resource "aws_iam_role_policy_attachment" "config" {
  for_each = toset(local.policies)

  role       = aws_iam_role.config_role.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.value}"
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["config.amazonaws.com"]
    }
  }
}

resource "aws_s3_bucket" "config" {
  bucket_prefix = "config-"
}

data "aws_caller_identity" "current" {}

# Waits for nothing yet.
resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = aws_s3_bucket.config.bucket
  s3_key_prefix  = "history"
  s3_kms_key_arn = aws_kms_key.config.arn
  sns_topic_arn  = aws_sns_topic.config.arn
}

resource "aws_kms_key" "config" {
  description         = "What AWS Config delivers."
  enable_key_rotation = true
}

resource "aws_sns_topic" "config" {
  name_prefix = "config-"
}
