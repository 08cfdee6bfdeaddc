locals {
  group = aws_lb_target_group.api.arn
}

resource "aws_lb" "shop" {
  name    = "shop"
  subnets = var.subnet_ids
}

resource "aws_lb_target_group" "api" {
  name     = "shop-api"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = var.vpc_id
}

resource "aws_lb_target_group" "site" {
  for_each = toset(["blue", "green"])

  name     = "shop-site-${each.key}"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = var.vpc_id
}

resource "aws_lb_listener" "redirect" {
  load_balancer_arn = aws_lb.shop.arn
  port              = 80
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

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.shop.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.certificate_arn

  default_action {
    type = "forward"

    forward {
      target_group {
        arn    = aws_lb_target_group.site["blue"].arn
        weight = 100
      }

      target_group {
        arn    = aws_lb_target_group.site["green"].arn
        weight = 0
      }
    }
  }
}

resource "aws_lb_listener_rule" "api" {
  count = var.has_api ? 1 : 0

  listener_arn = aws_lb_listener.https.arn

  action {
    type             = "forward"
    target_group_arn = local.group
  }

  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }
}

resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = var.cluster
  task_definition = var.api_task
  desired_count   = 2

  load_balancer {
    target_group_arn = aws_lb_target_group.api.arn
    container_name   = "api"
    container_port   = 8080
  }
}

resource "aws_ecs_service" "site" {
  for_each = aws_lb_target_group.site

  name            = "site-${each.key}"
  cluster         = var.cluster
  task_definition = var.site_task
  desired_count   = 2

  load_balancer {
    target_group_arn = each.value.arn
    container_name   = "site"
    container_port   = 8080
  }

  depends_on = [
    aws_lb.shop, # and what it needs
  ]
}

variable "subnet_ids" {
  type = list(string)
}

variable "vpc_id" {
  type = string
}

variable "certificate_arn" {
  type = string
}

variable "has_api" {
  type = bool
}

variable "cluster" {
  type = string
}

variable "api_task" {
  type = string
}

variable "site_task" {
  type = string
}
