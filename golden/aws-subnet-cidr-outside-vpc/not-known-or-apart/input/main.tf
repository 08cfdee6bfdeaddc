variable "large" {
  type    = bool
  default = true
}

variable "cidr" {
  type = string
}

resource "aws_vpc" "one" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "two" {
  cidr_block = var.cidr
}

resource "aws_subnet" "one" {
  vpc_id     = aws_vpc.one.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_subnet" "two" {
  vpc_id     = aws_vpc.two.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_subnet" "large" {
  count = var.large ? 1 : 0

  vpc_id     = aws_vpc.one.id
  cidr_block = "10.0.128.0/17"
}

resource "aws_subnet" "small" {
  count = var.large ? 0 : 1

  vpc_id     = aws_vpc.one.id
  cidr_block = "10.0.128.0/24"
}
