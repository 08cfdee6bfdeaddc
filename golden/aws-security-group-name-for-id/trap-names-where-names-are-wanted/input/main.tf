resource "aws_security_group" "proxy" {
  name   = "proxy"
  vpc_id = var.vpc_id
}

resource "aws_launch_template" "proxy" {
  name                   = "proxy"
  vpc_security_group_ids = [aws_security_group.proxy.id]

  tags = {
    security_groups = aws_security_group.proxy.name
  }
}

resource "aws_instance" "proxy" {
  ami             = var.ami
  instance_type   = "t3.small"
  subnet_id       = var.subnet_id
  security_groups = [aws_security_group.proxy.id]
}

output "security_group_id" {
  value = aws_security_group.proxy.name
}

variable "vpc_id" {
  type = string
}

variable "ami" {
  type = string
}

variable "subnet_id" {
  type = string
}
