resource "aws_sns_topic" "my alerts" {
  name = "alerts"
}

variable "1st_region" {
  type = string
}

output "topic.arn" {
  value = "arn"
}

data "aws_region" "here!" {}

resource "aws--cloud_topic" "one" {}
