resource "aws_vpc" "main" {
  count = var.create ? 1 : 0

  cidr_block                       = "10.0.0.0/16"
  assign_generated_ipv6_cidr_block = true
}

variable "create" {
  type    = bool
  default = true
}

resource "aws_security_group" "cache" {
  count = var.create ? 1 : 0

  name   = "cache"
  vpc_id = aws_vpc.main[0].id
}

resource "aws_security_group_rule" "redis" {
  count = var.create ? 1 : 0

  type              = "ingress"
  from_port         = 6379
  to_port           = 6379
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
  ipv6_cidr_blocks  = ["::/0"]
  security_group_id = aws_security_group.cache[0].id
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  count = var.create ? 1 : 0

  security_group_id = aws_security_group.cache[0].id
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 22
  to_port           = 22
  ip_protocol       = "tcp"
}
