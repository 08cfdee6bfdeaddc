locals {
  topic = "${local.project}-alerts"

  project = "shop"
}

resource "aws_sns_topic" "alerts" {
  name = local.topic
}

resource "aws_lb" "web" {
  name               = "shop"
  load_balancer_type = "application"
  subnets            = var.subnet_ids
}

variable "subnet_ids" {
  type = list(string)
}
