resource "aws_config_configuration_recorder" "main" {
  role_arn   = "arn:aws:iam::123456789012:role/config"
  depends_on = [aws_config_delivery_channel.main]
}

resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = "config-of-the-shop"
}
