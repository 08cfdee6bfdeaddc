locals {
  zones = ["us-east-2a", "us-east-2b"]
}

resource "aws_nat_gateway" "zone" {
  for_each      = toset(local.zones)
  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id
}

resource "aws_nat_gateway" "extra" {
  allocation_id = aws_eip.extra.id
  subnet_id     = aws_subnet.extra.id
}
