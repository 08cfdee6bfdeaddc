resource "aws_lb_target_group" "without" {
  name_prefix = "none-"
  target_type = "ip"
  port        = 80
}

resource "aws_lb_target_group" "web" {
  name_prefix = "web-"
  port        = 80
  protocol    = "HTTP"
  vpc_id      = var.vpc_id

  health_check {
    protocol = "TCP"
    interval = 10
    timeout  = 10
  }
}

resource "aws_lb_target_group" "tcp" {
  name_prefix = "tcp-"
  port        = 5432
  protocol    = "TCP"
  vpc_id      = var.vpc_id

  health_check {
    protocol = "TCP"
    path     = "/health"
  }
}

variable "vpc_id" {
  type = string
}
