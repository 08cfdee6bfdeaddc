resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

data "aws_region" "here" {}

output "topic" {
  value = "${aws_sns_topic.alerts[0].arn} in ${data.aws_region.here.0.name} and ${aws_sns_topic.alerts[0].arn}"
}

output "second" {
  value = aws_sns_topic.alerts[1].arn
}

output "network" {
  value = module.network[0].id
}

module "network" {
  source = "./network"
}
