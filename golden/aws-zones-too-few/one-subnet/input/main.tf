locals {
  subnets = [aws_subnet.a.id]
}

resource "aws_subnet" "a" {
  vpc_id     = var.vpc_id
  cidr_block = "10.0.1.0/24"
}

resource "aws_subnet" "counted" {
  count = 1

  vpc_id     = var.vpc_id
  cidr_block = "10.0.2.0/24"
}

resource "aws_db_subnet_group" "main" {
  subnet_ids = local.subnets
}

resource "aws_docdb_subnet_group" "main" {
  subnet_ids = aws_subnet.counted[*].id
}

resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = var.role_arn

  vpc_config {
    subnet_ids = [aws_subnet.a.id]
  }
}

variable "vpc_id" {
  type = string
}

variable "role_arn" {
  type = string
}
