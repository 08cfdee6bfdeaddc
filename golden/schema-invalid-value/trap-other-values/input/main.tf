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
  default = "a-very-long-product-name-that-is-replaced"
}

variable "other" {
  type    = string
  default = "a-very-long-product-name-that-may-be-replaced"
}

resource "aws_lb" "main" {
  name = var.product
}

resource "aws_lb" "other" {
  name = var.other
}

module "short" {
  source = "./service"

  name = "short"
}

module "long" {
  source = "./service"

  name = var.product
}
