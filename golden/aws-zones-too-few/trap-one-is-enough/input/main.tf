variable "type" {
  type = string
}

resource "aws_subnet" "a" {
  vpc_id     = var.vpc_id
  cidr_block = "10.0.1.0/24"
}

resource "aws_lb" "network" {
  load_balancer_type = "network"
  subnets            = [aws_subnet.a.id]
}

resource "aws_lb" "unknown" {
  load_balancer_type = var.type
  subnets            = [aws_subnet.a.id]
}

resource "aws_elasticache_subnet_group" "main" {
  name       = "main"
  subnet_ids = [aws_subnet.a.id]
}

variable "vpc_id" {
  type = string
}
