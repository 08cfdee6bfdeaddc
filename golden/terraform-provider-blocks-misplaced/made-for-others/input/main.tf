provider "aws" {
  alias  = "global"
  region = "us-east-1"
}

resource "aws_sns_topic" "alarms" {
  provider    = aws.global
  name_prefix = var.name
}

variable "name" {
  type = string
}
