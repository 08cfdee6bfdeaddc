resource "aws_security_group_rule" "halves" {
  type              = "ingress"
  security_group_id = "sg-1"
  description       = "SSH"
  protocol          = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_blocks       = ["0.0.0.0/1", "128.0.0.0/1"]
}

resource "aws_security_group_rule" "console" {
  type              = "ingress"
  security_group_id = "sg-1"
  description       = "Jenkins"
  protocol          = "tcp"
  from_port         = 8080
  to_port           = 8080
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group_rule" "range" {
  type              = "ingress"
  security_group_id = "sg-1"
  description       = "All of it"
  protocol          = "tcp"
  from_port         = 8000
  to_port           = 9000
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group_rule" "ipv6" {
  type              = "ingress"
  security_group_id = "sg-1"
  description       = "Metrics"
  protocol          = "tcp"
  from_port         = 9090
  to_port           = 9090
  ipv6_cidr_blocks  = ["0::/0"]
}
