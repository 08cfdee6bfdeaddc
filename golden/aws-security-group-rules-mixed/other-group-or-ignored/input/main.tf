resource "aws_security_group" "web" {
  name = "web"

  ingress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = [aws_security_group.lb.id]
  }
}

resource "aws_security_group" "lb" {
  name = "lb"
}

resource "aws_security_group" "cluster" {
  name = "cluster"

  ingress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }

  lifecycle {
    ignore_changes = [ingress]
  }
}

resource "aws_vpc_security_group_ingress_rule" "cluster" {
  security_group_id = aws_security_group.cluster.id
  cidr_ipv4         = "10.0.0.0/8"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

resource "aws_vpc_security_group_ingress_rule" "lb" {
  security_group_id            = aws_security_group.lb.id
  referenced_security_group_id = aws_security_group.web.id
  from_port                    = 443
  to_port                      = 443
  ip_protocol                  = "tcp"
}
