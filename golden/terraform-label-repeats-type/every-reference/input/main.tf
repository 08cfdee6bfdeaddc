resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# Reached from the internet.
resource "aws_subnet" "public_subnet" {
  for_each = var.public_cidrs

  vpc_id     = aws_vpc.main.id
  cidr_block = each.value
}

resource "aws_route_table" "aws_route_table_public" {
  vpc_id = aws_vpc.main.id

  depends_on = [aws_subnet.public_subnet]
}

resource "aws_route_table_association" "public" {
  for_each = aws_subnet.public_subnet

  subnet_id      = each.value.id
  route_table_id = resource.aws_route_table.aws_route_table_public.id

  lifecycle {
    replace_triggered_by = [aws_subnet.public_subnet]
  }
}
