variable "create" {
  type    = bool
  default = true
}

variable "role_arn" {
  type = string
}

provider "aws" {
  alias  = "london"
  region = "eu-west-2"
}

resource "aws_config_configuration_recorder" "london" {
  provider = aws.london
  count    = var.create ? 1 : 0

  role_arn = var.role_arn
}

resource "aws_config_delivery_channel" "london" {
  provider = aws.london
  count    = var.create ? 1 : 0

  s3_bucket_name = "config-of-the-shop"
}

resource "aws_config_configuration_recorder_status" "london" {
  provider = aws.london
  count    = var.create ? 1 : 0

  name       = aws_config_configuration_recorder.london[count.index].name
  is_enabled = true

  depends_on = [aws_config_delivery_channel.london]
}
