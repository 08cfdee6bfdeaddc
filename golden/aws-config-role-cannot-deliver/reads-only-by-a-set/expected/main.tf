resource "aws_config_configuration_recorder" "main" {
  role_arn = aws_iam_role.config_role.arn
}

resource "aws_iam_role" "config_role" {
  name_prefix        = "config-"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "config_delivery" {
  name = "config-delivery"
  role = aws_iam_role.config_role.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "FindDeliveryBucket"
        Effect = "Allow"
        Action = [
          "s3:GetBucketAcl",
          "s3:ListBucket"
        ]
        Resource = aws_s3_bucket.config.arn
      },
      {
        Sid      = "DeliverToBucket"
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.config.arn}/history/AWSLogs/${data.aws_caller_identity.current.account_id}/Config/*"
        Condition = {
          StringEquals = {
            "s3:x-amz-acl" = "bucket-owner-full-control"
          }
        }
      },
      {
        Sid    = "EncryptDeliveries"
        Effect = "Allow"
        Action = [
          "kms:Decrypt",
          "kms:GenerateDataKey"
        ]
        Resource = aws_kms_key.config.arn
      },
      {
        Sid      = "NotifyTopic"
        Effect   = "Allow"
        Action   = "sns:Publish"
        Resource = aws_sns_topic.config.arn
      }
    ]
  })
}

data "aws_partition" "current" {}

locals {
  policies = ["service-role/AWS_ConfigRole", "ReadOnlyAccess"]
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

  depends_on = [aws_iam_role_policy.config_delivery]
}

resource "aws_kms_key" "config" {
  description         = "What AWS Config delivers."
  enable_key_rotation = true
}

resource "aws_sns_topic" "config" {
  name_prefix = "config-"
}
