resource "aws_lb" "web" {
  name_prefix = "web-"
  subnets     = var.subnet_ids
}

resource "aws_lb" "tcp" {
  name_prefix        = "tcp-"
  load_balancer_type = "network"
  subnets            = var.subnet_ids
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "TLSv1.2_2021"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.tcp.arn
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  ssl_policy        = "ELBSecurityPolicy-2016-08"

  default_action {
    type = "redirect"
  }
}

resource "aws_lb_listener" "again" {
  load_balancer_arn = aws_lb.web.arn
  port              = "80"
  protocol          = "HTTP"

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_lb_listener" "tcp" {
  load_balancer_arn = aws_lb.tcp.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.tcp.arn
  }
}

resource "aws_lb_target_group" "tcp" {
  name_prefix = "tcp-"
  port        = 5432
  protocol    = "TCP"
  vpc_id      = var.vpc_id
}

variable "subnet_ids" {
  type = list(string)
}

variable "vpc_id" {
  type = string
}
