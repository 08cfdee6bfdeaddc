variable "vpc_cidr" {
  type    = string
  default = "10.0.0.0/16"
}

variable "private" {
  type    = list(string)
  default = ["10.0.1.0/24", "10.1.2.0/24"]
}

locals {
  data = {
    a = "10.0.20.5/24"
    b = "10.0.21.0/24"
  }
}

resource "aws_vpc" "main" {
  cidr_block = var.vpc_cidr
}

resource "aws_subnet" "private" {
  count = length(var.private)

  vpc_id     = aws_vpc.main.id
  cidr_block = var.private[count.index]
}

resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(var.vpc_cidr, 8, 1)
}

resource "aws_subnet" "data" {
  for_each = local.data

  vpc_id     = aws_vpc.main.id
  cidr_block = each.value
}

module "subnets" {
  source = "./subnets"

  vpc_id = aws_vpc.main.id
  cidr   = "10.0.30.0/15"
}
