locals {
  name = "web" # used
}

resource "aws_sns_topic" "alerts" {
  name = local.name
}
