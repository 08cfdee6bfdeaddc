resource "aws_internet_gateway" "main" {
  vpc_id = "vpc-0a1b2c3d4e5f67890"
}

resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0a1b2c3d4e5f67890"
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}

resource "aws_route_table" "public" {
  vpc_id = "vpc-0a1b2c3d4e5f67890"

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }

  route {
    cidr_block     = "10.8.0.0/16"
    nat_gateway_id = "nat-0a1b2c3d4e5f67890"
  }
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}
