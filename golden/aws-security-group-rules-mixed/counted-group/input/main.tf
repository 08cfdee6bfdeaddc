variable "create" {
  type    = bool
  default = true
}

resource "aws_security_group" "web" {
  count = var.create ? 1 : 0

  name = "web"

  ingress = [
    {
      description      = "HTTPS"
      from_port        = 443
      to_port          = 443
      protocol         = "tcp"
      cidr_blocks      = ["10.0.0.0/8"]
      ipv6_cidr_blocks = []
      prefix_list_ids  = []
      security_groups  = []
      self             = false
    },
  ]
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  count = var.create ? 1 : 0

  security_group_id = aws_security_group.web[0].id
  cidr_ipv4         = "10.0.0.0/8"
  from_port         = 22
  to_port           = 22
  ip_protocol       = "tcp"
}
