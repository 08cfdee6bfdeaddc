resource "aws_lb" "any" {
  name_prefix        = "any-"
  load_balancer_type = var.type
  subnets            = var.subnet_ids
}

resource "aws_lb_listener" "chosen" {
  load_balancer_arn = aws_lb.any.arn
  port              = var.certificate_arn == null ? 80 : 443
  protocol          = var.certificate_arn == null ? "HTTP" : "HTTPS"
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.function.arn
  }
}

resource "aws_lb_listener" "plain" {
  count             = var.certificate_arn == null ? 1 : 0
  load_balancer_arn = aws_lb.any.arn
  port              = 8080
  protocol          = "TCP"

  default_action {
    type = "forward"

    forward {
      target_group {
        arn = aws_lb_target_group.function.arn
      }
    }
  }
}

resource "aws_lb_listener" "encrypted" {
  count             = var.certificate_arn == null ? 0 : 1
  load_balancer_arn = aws_lb.any.arn
  port              = 8080
  protocol          = "TLS"
  certificate_arn   = var.certificate_arn
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.database.arn
  }
}

resource "aws_lb_target_group" "function" {
  name_prefix = "func-"
  target_type = "lambda"
}

resource "aws_lb_target_group" "database" {
  name_prefix = "db-"
  port        = 5432
  protocol    = "TCP"
  vpc_id      = var.vpc_id

  health_check {
    protocol = "HTTP"
    path     = "/health"
    interval = 10
    timeout  = 10
  }
}

variable "type" {
  type = string
}

variable "certificate_arn" {
  type    = string
  default = null
}

variable "subnet_ids" {
  type = list(string)
}

variable "vpc_id" {
  type = string
}
