locals {
  check_type = "HTTPS"
}

resource "aws_route53_health_check" "https" {
  fqdn = "www.example.com"
  port = 443
  type = local.check_type
}

resource "aws_route53_health_check" "https_match" {
  fqdn          = "www.example.com"
  port          = 443
  type          = "HTTPS_STR_MATCH"
  search_string = "fine"
}

resource "aws_route53_health_check" "http_match" {
  fqdn          = "www.example.com"
  port          = 80
  type          = "HTTP_STR_MATCH"
  search_string = "fine"
}

resource "aws_route53_health_check" "tcp" {
  ip_address = "192.0.2.17"
  port       = 22
  type       = "TCP"
}

resource "aws_route53_health_check" "calculated" {
  type                   = "CALCULATED"
  child_health_threshold = 1
  child_healthchecks     = [aws_route53_health_check.https.id, aws_route53_health_check.tcp.id]
}

resource "aws_route53_health_check" "routing_control" {
  type                = "RECOVERY_CONTROL"
  routing_control_arn = var.routing_control_arn
}

resource "aws_cloudwatch_metric_alarm" "web" {
  alarm_name          = "web"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  metric_name         = "HTTPCode_ELB_5XX_Count"
  namespace           = "AWS/ApplicationELB"
  period              = 60
  statistic           = "Sum"
  threshold           = 10
}

variable "region" {
  type = string
}

variable "routing_control_arn" {
  type = string
}
