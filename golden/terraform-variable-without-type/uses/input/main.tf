variable "vpc_id" {}

variable "subnet_ids" {
  default = []
}

variable "suffix" {}

variable "tags" {
  default = {}
}

variable "sizes" {}

resource "aws_lb" "web" {
  name            = "web-${var.suffix}"
  security_groups = [aws_security_group.web.id]
  subnets         = var.subnet_ids
  tags            = var.tags
}

resource "aws_security_group" "web" {
  name_prefix = "web-"
  vpc_id      = var.vpc_id
  tags        = var.tags
}

module "servers" {
  source = "./servers"
  sizes  = var.sizes
}
