resource "aws_lb" "network" {
  name               = "network"
  load_balancer_type = "network"
  subnets            = var.subnet_ids
}

resource "aws_lb" "gateway" {
  name               = "gateway"
  load_balancer_type = "gateway"
  subnets            = var.subnet_ids
}

resource "aws_lb" "any" {
  name               = "any"
  load_balancer_type = var.type
  subnets            = var.subnet_ids
}
