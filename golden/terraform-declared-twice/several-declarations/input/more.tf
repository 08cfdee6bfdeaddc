resource "aws_sns_topic" "alerts" {
  name = "alarms"
}

locals {
  stage = "live"
}

module "network" {
  source = "./network"
}

output "topic" {
  value = local.stage
}
