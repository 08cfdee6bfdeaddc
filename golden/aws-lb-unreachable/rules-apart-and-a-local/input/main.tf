resource "aws_security_group" "web" {
  name_prefix = "web-"
}

resource "aws_lb" "web" {
  name            = "web"
  subnets         = ["subnet-1", "subnet-2"]
  security_groups = [aws_security_group.web.id]
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.web.arn
  port              = local.port
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1"
  }
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 80
  to_port           = 80
  ip_protocol       = "tcp"
}

locals {
  port = 8443
}
