variable "public_addresses" {
  type    = bool
  default = true
}

variable "routes" {
  type = list(map(string))
}

resource "aws_subnet" "private" {
  vpc_id                  = "vpc-0a1b2c3d4e5f67890"
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = var.public_addresses
}

resource "aws_subnet" "internal" {
  vpc_id                  = "vpc-0a1b2c3d4e5f67890"
  cidr_block              = "10.0.2.0/24"
  map_public_ip_on_launch = true
}

resource "aws_route_table" "internal" {
  vpc_id = "vpc-0a1b2c3d4e5f67890"
  route  = var.routes
}

resource "aws_route_table_association" "internal" {
  subnet_id      = aws_subnet.internal.id
  route_table_id = aws_route_table.internal.id
}

resource "aws_subnet" "private_without" {
  vpc_id                  = "vpc-0a1b2c3d4e5f67890"
  cidr_block              = "10.0.3.0/24"
  map_public_ip_on_launch = false
}
