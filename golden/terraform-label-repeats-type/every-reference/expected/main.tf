resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# Reached from the internet.
resource "aws_subnet" "public" {
  for_each = var.public_cidrs

  vpc_id     = aws_vpc.main.id
  cidr_block = each.value
}

moved {
  from = aws_subnet.public_subnet
  to   = aws_subnet.public
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id

  depends_on = [aws_subnet.public]
}

moved {
  from = aws_route_table.aws_route_table_public
  to   = aws_route_table.public
}

resource "aws_route_table_association" "public" {
  for_each = aws_subnet.public

  subnet_id      = each.value.id
  route_table_id = resource.aws_route_table.public.id

  lifecycle {
    replace_triggered_by = [aws_subnet.public]
  }
}
