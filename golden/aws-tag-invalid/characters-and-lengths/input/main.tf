locals {
  common = {
    "aws:team" = "shop"
  }
  purpose = "orders, carts (all)"
}

resource "aws_iam_role" "shop" {
  name_prefix        = "shop-"
  assume_role_policy = var.trust

  tags = merge(var.tags, { Purpose = local.purpose })
}

resource "aws_iam_role" "stock" {
  name_prefix        = "stock-"
  assume_role_policy = var.trust

  tags = {
    Purpose = local.purpose
    Owner   = "stock"
  }
}

resource "aws_instance" "shop" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t3.small"
  tags          = merge(local.common, { Name = "shop" })
}

resource "aws_lb" "shop" {
  subnets = var.subnet_ids

  tags = {
    Name = "shop's"
    Text = join("-", [for number in range(60) : "abcdef"])
  }
}

variable "trust" {
  type = string
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "subnet_ids" {
  type = list(string)
}
