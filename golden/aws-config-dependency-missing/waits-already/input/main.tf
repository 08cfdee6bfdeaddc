resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_delivery_channel" "main" {
  name           = aws_config_configuration_recorder.main.name
  s3_bucket_name = "config-of-the-shop"
}

resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_delivery_channel.main.id
  is_enabled = true
}
