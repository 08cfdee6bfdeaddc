terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "product" {
  type    = string
  default = "a-very-long-product-name"
}

variable "mode" {
  type    = string
  default = "WHATEVER"
}

locals {
  suffix = "brokers-and-more"
}

resource "aws_lb" "main" {
  name = "${var.product}-${local.suffix}"
}

resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = var.mode
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

module "service" {
  source = "./service"

  name = format("%s-%s", var.product, local.suffix)
}
