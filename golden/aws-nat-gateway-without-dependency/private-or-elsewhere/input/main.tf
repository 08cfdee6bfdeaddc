variable "subnet_id" {
  type = string
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "inner" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_nat_gateway" "private" {
  connectivity_type = "private"
  subnet_id         = aws_subnet.inner.id
}

resource "aws_nat_gateway" "elsewhere" {
  allocation_id = "eipalloc-0a1b2c3d4e5f67890"
  subnet_id     = var.subnet_id
}
