terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "subnets" {
  type = list(string)
}

variable "name" {
  type = object({ first = string })
}

locals {
  size = "large"
  ids  = "subnet-0123456789abcdef0"
}

resource "aws_lb" "main" {
  name         = var.subnets
  idle_timeout = local.size
  subnets      = local.ids
}

resource "aws_sqs_queue" "main" {
  name                       = var.name
  visibility_timeout_seconds = aws_lb.main.name
  delay_seconds              = aws_lb.main.arn == "" ? var.subnets : []
}
