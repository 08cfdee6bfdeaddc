resource "aws_security_group" "inline" {
  name = "inline"

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "apart" {
  name = "apart"
}

resource "aws_vpc_security_group_egress_rule" "apart" {
  security_group_id = aws_security_group.apart.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_security_group" "closed" {
  name   = "closed"
  egress = []
}

resource "aws_lb" "main" {
  for_each = {
    inline = aws_security_group.inline.id
    apart  = aws_security_group.apart.id
    closed = aws_security_group.closed.id
  }

  name_prefix     = "main-"
  security_groups = [each.value]
  subnets         = ["subnet-0a1b2c3d4e5f67890"]
}
