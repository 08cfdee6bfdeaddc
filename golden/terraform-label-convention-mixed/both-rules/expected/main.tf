resource "aws_vpc" "main_network" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main_network.id
}

moved {
  from = aws_route_table.public-route-table
  to   = aws_route_table.public
}

output "route_table_id" {
  value = aws_route_table.public.id
}
