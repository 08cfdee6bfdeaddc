data "aws_caller_identity" "current" {}

variable "log_bucket" {
  type = string
}

resource "aws_iam_role" "config" {
  name_prefix = "config-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "config.amazonaws.com"
        }
      }
    ]
  })
}

resource "aws_iam_role_policy_attachment" "config" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/ConfigRole"
}

resource "aws_kms_key" "config" {
  description = "What AWS Config delivers"
}

resource "aws_sns_topic" "config" {
  name = "config-changes"
}

resource "aws_config_configuration_recorder" "main" {
  role_arn = aws_iam_role.config.arn

  recording_group {
    all_supported  = false
    resource_types = ["AWS::EC2::SecurityGroup", "AWS::EC2::VPC", "AWS::KMS::Key"]
  }
}

resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = var.log_bucket
  s3_key_prefix  = "config"
  s3_kms_key_arn = aws_kms_key.config.arn
  sns_topic_arn  = aws_sns_topic.config.arn
}
