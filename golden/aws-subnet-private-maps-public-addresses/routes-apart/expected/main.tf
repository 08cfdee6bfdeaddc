locals {
  public_addresses = true
}

resource "aws_subnet" "app" {
  count = 2

  vpc_id                  = "vpc-0a1b2c3d4e5f67890"
  cidr_block              = "10.0.${count.index}.0/24"
  map_public_ip_on_launch = false # for now
}

resource "aws_route_table" "app" {
  count = 2

  vpc_id = "vpc-0a1b2c3d4e5f67890"
}

resource "aws_route" "app" {
  count = 2

  route_table_id         = aws_route_table.app[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = "nat-0a1b2c3d4e5f67890"
}

resource "aws_route_table_association" "app" {
  count = 2

  subnet_id      = element(aws_subnet.app[*].id, count.index)
  route_table_id = aws_route_table.app[count.index].id
}
