terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "number" {
  type = string
}

variable "anything" {}

variable "zones" {
  type = list(string)
}

locals {
  enabled = "true"
  size    = "30"
}

resource "aws_lb" "main" {
  name         = 5
  idle_timeout = local.size
  internal     = local.enabled
  subnets      = var.zones
}

resource "aws_sqs_queue" "main" {
  name                       = var.anything
  visibility_timeout_seconds = var.number
  delay_seconds              = try(var.anything.delay, null)
}
