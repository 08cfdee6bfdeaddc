variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type    = list(string)
  default = []
}

variable "suffix" {
  type = string
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "sizes" {
  type = map(object({ cpu = number }))
}

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
