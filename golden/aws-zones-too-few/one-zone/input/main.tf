locals {
  zone = "eu-west-1a"
}

data "aws_availability_zones" "here" {}

resource "aws_subnet" "a" {
  vpc_id            = var.vpc_id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = var.vpc_id
  cidr_block        = "10.0.2.0/24"
  availability_zone = local.zone
}

resource "aws_subnet" "c" {
  vpc_id            = var.vpc_id
  cidr_block        = "10.0.3.0/24"
  availability_zone = data.aws_availability_zones.here.names[0]
}

resource "aws_subnet" "d" {
  vpc_id            = var.vpc_id
  cidr_block        = "10.0.4.0/24"
  availability_zone = data.aws_availability_zones.here.names[0]
}

resource "aws_db_subnet_group" "main" {
  subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_docdb_subnet_group" "main" {
  subnet_ids = [aws_subnet.c.id, aws_subnet.d.id]
}

resource "aws_lb" "main" {
  subnets = [aws_subnet.a.id, aws_subnet.b.id]
}

variable "vpc_id" {
  type = string
}
