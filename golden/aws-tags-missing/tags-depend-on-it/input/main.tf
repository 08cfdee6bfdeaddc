locals {
  common_tags = { Key = local.key }
  key         = aws_kms_key.main.key_id
}

resource "aws_kms_key" "main" {
  description = "Everything"
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
  tags = local.common_tags
}
