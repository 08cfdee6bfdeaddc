resource "aws_security_group_rule" "office" {
  type              = "ingress"
  security_group_id = "sg-1"
  description       = "SSH"
  protocol          = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_blocks       = ["198.51.100.0/24", "10.0.0.0/8"]
}

resource "aws_security_group_rule" "web" {
  type              = "ingress"
  security_group_id = "sg-1"
  description       = "HTTPS"
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group_rule" "ipv6" {
  type              = "ingress"
  security_group_id = "sg-1"
  description       = "Metrics"
  protocol          = "tcp"
  from_port         = 9090
  to_port           = 9090
  ipv6_cidr_blocks  = ["2001:db8::/32"]
}
