resource "aws_lb" "web" {
  name            = "web"
  subnets         = "subnet-0123456789abcdef0" # one zone
  security_groups = "${aws_security_group.web.id}-copy"
}

resource "aws_security_group" "web" {
  name = "web"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = "0.0.0.0/0"
  }
}
