locals {
  groups = [aws_security_group.proxy.name]
}

resource "aws_security_group" "proxy" {
  name   = "proxy"
  vpc_id = var.vpc_id
}

resource "aws_instance" "proxy" {
  ami             = var.ami
  instance_type   = "t3.small"
  subnet_id       = var.subnet_id
  security_groups = concat([aws_security_group.proxy.name], var.more)
}

resource "aws_vpc_endpoint" "main" {
  vpc_id             = var.vpc_id
  service_name       = "com.amazonaws.eu-west-1.logs"
  vpc_endpoint_type  = "Interface"
  security_group_ids = local.groups
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

variable "more" {
  type    = list(string)
  default = []
}
