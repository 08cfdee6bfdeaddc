resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

locals {
  stage = "test"
}

module "network" {
  source = "./network"
}

output "topic" {
  value = aws_sns_topic.alerts.arn
}
