resource "aws_security_group" "web_security_group" {
  name_prefix = "web-"
}

resource "aws_security_group" "web" {
  name_prefix = "site-"
}

resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "subnet_1" {
  vpc_id     = aws_vpc.vpc.id
  cidr_block = "10.0.1.0/24"
}
