resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "main" {
  count = 2

  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
}

resource "aws_route_table_association" "set" {
  for_each = toset(aws_subnet.main[*].id)

  subnet_id      = each.value
  route_table_id = aws_vpc.main.main_route_table_id
}

resource "aws_route_table_association" "count" {
  count = aws_vpc.main.arn == "x" ? 1 : 0

  subnet_id      = aws_subnet.main[0].id
  route_table_id = aws_vpc.main.main_route_table_id
}

resource "aws_route_table_association" "loop" {
  for_each = { for subnet in aws_subnet.main : subnet.id => subnet.cidr_block }

  subnet_id      = each.key
  route_table_id = aws_vpc.main.main_route_table_id
}

resource "aws_route_table_association" "right" {
  for_each = { a = aws_subnet.main[0].id, b = aws_subnet.main[1].id }

  subnet_id      = each.value
  route_table_id = aws_vpc.main.main_route_table_id
}
