resource "aws_config_configuration_recorder" "prod_config_recorder" {
  name     = "prod-config-recorder"
  role_arn = aws_iam_role.config.arn

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_delivery_channel" "prod_config_delivery_channel" {
  name           = "prod-config-delivery-channel"
  s3_bucket_name = "config-of-the-shop"
}

resource "aws_config_configuration_recorder_status" "prod_config_recorder" {
  name       = aws_config_configuration_recorder.prod_config_recorder.name
  is_enabled = true

  depends_on = [aws_config_delivery_channel.prod_config_delivery_channel]
}

resource "aws_iam_role" "config" {
  name_prefix = "config-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "config.amazonaws.com" }
    }]
  })
}
