resource "aws_config_configuration_recorder" "main" {
  role_arn = "arn:aws:iam::111122223333:role/config"
}

resource "aws_config_delivery_channel" "this" {
  s3_bucket_name = "config-of-the-shop"
  depends_on     = ["aws_config_configuration_recorder.main"]
}

resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true
  depends_on = ["aws_config_delivery_channel.this"]
}
