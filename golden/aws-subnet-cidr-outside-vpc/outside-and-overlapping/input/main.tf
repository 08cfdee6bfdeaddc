locals {
  cidrs = { a = "10.0.1.0/24", b = "10.0.1.128/25" }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  count = 2

  vpc_id     = aws_vpc.main.id
  cidr_block = "10.${count.index}.16.0/24"
}

resource "aws_subnet" "private" {
  for_each = local.cidrs

  vpc_id     = aws_vpc.main.id
  cidr_block = each.value
}

resource "aws_subnet" "computed" {
  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, 16)
}

resource "aws_subnet" "tiny" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.200.0/29"
}

resource "aws_subnet" "nonsense" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.300.0/24"
}
