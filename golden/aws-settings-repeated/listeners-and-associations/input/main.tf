resource "aws_lb_listener" "http" {
  load_balancer_arn = var.balancer
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = var.target_group
  }
}

resource "aws_lb_listener" "redirect" {
  load_balancer_arn = var.balancer
  port              = "80"
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_route_table_association" "a" {
  subnet_id      = var.subnet
  route_table_id = "rtb-1"
}

resource "aws_route_table_association" "b" {
  subnet_id      = var.subnet
  route_table_id = "rtb-2"
}

variable "balancer" {
  type = string
}

variable "target_group" {
  type = string
}

variable "subnet" {
  type = string
}
