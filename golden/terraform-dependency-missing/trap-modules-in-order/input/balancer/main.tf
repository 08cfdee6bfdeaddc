variable "subnet_ids" {
  type = list(string)
}

variable "vpc_id" {
  type = string
}

variable "cluster" {
  type    = string
  default = ""
}

resource "aws_lb" "main" {
  subnets = var.subnet_ids
}

resource "aws_lb_target_group" "main" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = var.vpc_id
}

resource "aws_lb_listener" "main" {
  load_balancer_arn = aws_lb.main.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main.arn
  }
}

output "target_group_arn" {
  value = aws_lb_target_group.main.arn
}

# It can be used once the listener is there.
output "ready_target_group_arn" {
  value      = aws_lb_target_group.main.arn
  depends_on = [aws_lb_listener.main]
}

output "listener_arn" {
  value = aws_lb_listener.main.arn
}

output "address" {
  value = aws_lb.main.dns_name
}
