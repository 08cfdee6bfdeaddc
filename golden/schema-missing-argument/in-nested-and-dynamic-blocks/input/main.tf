resource "aws_lb_listener" "web" {
  load_balancer_arn = var.load_balancer

  default_action {
    redirect {
      port = "443"
    }
  }
}

resource "aws_autoscaling_group" "web" {
  min_size = 1
  max_size = 2

  dynamic "tag" {
    for_each = var.tags
    content {
      key   = tag.key
      value = tag.value
    }
  }
}

variable "load_balancer" {
  type = string
}

variable "tags" {
  type = map(string)
}
