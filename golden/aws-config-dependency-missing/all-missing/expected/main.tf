resource "aws_s3_bucket" "config" {
  bucket_prefix = "config-"
}

resource "aws_s3_bucket_policy" "config" {
  bucket = aws_s3_bucket.config.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "s3:PutObject"
      Principal = { Service = "config.amazonaws.com" }
      Resource  = "${aws_s3_bucket.config.arn}/*"
    }]
  })
}

resource "aws_config_configuration_recorder" "main" {
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = aws_s3_bucket.config.id

  depends_on = [aws_config_configuration_recorder.main, aws_s3_bucket_policy.config]
}

resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = true

  depends_on = [
    aws_s3_bucket_policy.config,
    aws_config_delivery_channel.main,
  ]
}
