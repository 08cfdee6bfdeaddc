provider "aws" {
  alias  = "london"
  region = "eu-west-2"
}

resource "aws_config_configuration_recorder" "main" {
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = "config-of-the-shop"
}

resource "aws_config_configuration_recorder" "london" {
  provider = aws.london
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_delivery_channel" "london" {
  provider       = aws.london
  s3_bucket_name = "config-of-the-shop"
}
