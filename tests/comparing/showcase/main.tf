terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }

  backend "s3" {
    bucket = "state"
    key    = "showcase"
    region = "eu-west-1"
  }
}

provider "aws" {
  region = var.region
}

locals {
  name    = "${var.product}-queue"
  numbers = [1, 2, 3]
  tags    = merge(var.tags, { product = var.product })
  upper   = { for key, value in local.tags : upper(key) => value }
  place   = var.settings.place
}

resource "aws_sqs_queue" "main" {
  name                       = local.name
  visibility_timeout_seconds = 30 + length(local.numbers)
  fifo_queue                 = var.is_ordered ? true : false
  tags                       = local.tags

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_sqs_queue" "more" {
  count = 2
  name  = join("-", [local.name, count.index])
}

resource "aws_sns_topic" "each" {
  for_each = var.topics
  name     = each.key
  tags     = { queue = aws_sqs_queue.main.name, first = aws_sqs_queue.more[0].arn }
}

resource "aws_lb_target_group" "main" {
  name     = "main-${data.aws_region.current.name}"
  port     = 80
  protocol = "HTTP"
  vpc_id   = data.aws_vpc.main.id

  health_check {
    path    = "/health"
    matcher = "200"
  }
}

data "aws_iam_policy_document" "main" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.main.arn]
  }

  dynamic "statement" {
    for_each = var.ports
    content {
      actions   = ["sqs:ReceiveMessage"]
      resources = ["${aws_sqs_queue.main.arn}-${statement.value}"]
    }
  }
}

resource "aws_autoscaling_policy" "main" {
  name                   = "main"
  autoscaling_group_name = "main"
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = 40

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}

resource "aws_lb_listener" "main" {
  load_balancer_arn = var.settings.place

  default_action {
    type             = "forward"
    target_group_arn = module.child.arn
  }
}

data "aws_region" "current" {}

data "aws_vpc" "main" {
  default = true
}

module "child" {
  source = "./child"
  name   = local.name
  size   = 3
}

module "registry" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.0.0"
  name    = module.child.arn
}
