variable "region" {
  type = string
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

locals {
  stage = "live"
}

output "topic" {
  value = aws_sns_topic.alerts.arn
}

provider "aws" {
  alias  = "replica"
  region = var.region
}
