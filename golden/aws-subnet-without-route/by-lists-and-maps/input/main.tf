locals {
  all   = concat(aws_subnet.public[*].id, [aws_subnet.apps.id])
  zones = { for key, subnet in aws_subnet.zone : key => subnet.id }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_route_table" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "public" {
  count = 2

  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
}

resource "aws_subnet" "apps" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.10.0/24"
}

resource "aws_subnet" "zone" {
  for_each = { a = "10.0.20.0/24", b = "10.0.21.0/24" }

  vpc_id     = aws_vpc.main.id
  cidr_block = each.value
}

resource "aws_route_table_association" "all" {
  count = 3

  subnet_id      = local.all[count.index]
  route_table_id = aws_route_table.main.id
}

resource "aws_route_table_association" "zone" {
  for_each = local.zones

  subnet_id      = each.value
  route_table_id = aws_route_table.main.id
}
