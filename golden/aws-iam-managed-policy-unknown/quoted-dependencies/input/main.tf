# IAM Role for AWS Config
resource "aws_iam_role" "prod_config_role" {
  name = "prod-config-role-${random_id.config_role_suffix.hex}"

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

resource "random_id" "config_role_suffix" {
  byte_length = 4
}

# What AWS Config may do
resource "aws_iam_role_policy_attachment" "prod_config_policy" {
  role       = aws_iam_role.prod_config_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/ConfigRole" # Doesn't exist
}

resource "aws_s3_bucket" "prod_config_bucket" {
  bucket_prefix = "prod-config-bucket-"
}

resource "aws_config_configuration_recorder" "prod_config_recorder" {
  name     = "prod-config-recorder"
  role_arn = aws_iam_role.prod_config_role.arn

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_delivery_channel" "prod_config_delivery_channel" {
  name           = "prod-config-delivery-channel"
  s3_bucket_name = aws_s3_bucket.prod_config_bucket.bucket

  depends_on = ["aws_config_configuration_recorder.prod_config_recorder"]
}

resource "aws_config_configuration_recorder_status" "prod_config_recorder" {
  name       = aws_config_configuration_recorder.prod_config_recorder.name
  is_enabled = true

  depends_on = [
    "aws_config_delivery_channel.prod_config_delivery_channel", # first
    "aws_iam_role_policy_attachment.prod_config_policy",
  ]
}
