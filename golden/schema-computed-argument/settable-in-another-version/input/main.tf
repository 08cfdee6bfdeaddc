resource "aws_route" "internal" {
  route_table_id         = "rtb-0123456789abcdef0"
  destination_cidr_block = "0.0.0.0/0"
  instance_id            = "i-0123456789abcdef0"
}
