provider "aws" {
  alias  = "other"
  region = "eu-west-2"
}

resource "aws_acm_certificate" "site" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
}

resource "aws_acm_certificate_validation" "site" {
  certificate_arn = aws_acm_certificate.site.arn
}

resource "aws_lb_listener" "site" {
  load_balancer_arn = var.balancer_arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = aws_acm_certificate.site.arn

  default_action {
    type             = "forward"
    target_group_arn = var.group_arn
  }
}

resource "aws_securityhub_account" "main" {}

resource "aws_securityhub_standards_subscription" "cis" {
  standards_arn = "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0"
}

# Nothing here enables Security Hub for the other region.
resource "aws_securityhub_standards_subscription" "cis_other" {
  provider = aws.other

  standards_arn = "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0"
}

resource "aws_appautoscaling_target" "api" {
  min_capacity       = 2
  max_capacity       = 8
  resource_id        = "service/shop/api"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}

resource "aws_appautoscaling_scheduled_action" "api" {
  name               = "morning"
  resource_id        = "service/shop/api"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
  schedule           = "cron(0 6 * * ? *)"

  scalable_target_action {
    min_capacity = 4
    max_capacity = 8
  }
}

variable "balancer_arn" {
  type = string
}

variable "group_arn" {
  type = string
}
