resource "aws_nat_gateway" "prod_nat_gateways" {
  count         = 3
  allocation_id = aws_eip.prod_nat_eips[count.index].id
  subnet_id     = aws_subnet.prod_public_subnets[count.index].id
}
