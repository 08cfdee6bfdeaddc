resource "aws_nat_gateway" "prod" {
  count         = 3
  allocation_id = aws_eip.prod[count.index].id
  subnet_id     = aws_subnet.prod[count.index].id
}
