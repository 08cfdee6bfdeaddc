resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

data "aws_region" "here" {}

output "topic" {
  value = "${aws_sns_topic.alerts.arn} in ${data.aws_region.here.name} and ${aws_sns_topic.alerts.arn}"
}

output "second" {
  value = aws_sns_topic.alerts[1].arn
}

output "network" {
  value = module.network.id
}

module "network" {
  source = "./network"
}
