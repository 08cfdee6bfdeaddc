resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.public.id
}

resource "aws_nat_gateway" "inner" {
  connectivity_type = "private"
  subnet_id         = aws_subnet.private.id
}

resource "aws_nat_gateway" "zones" {
  count         = length(var.zones)
  allocation_id = aws_eip.zones[count.index].id
  subnet_id     = aws_subnet.zones[count.index].id
}
