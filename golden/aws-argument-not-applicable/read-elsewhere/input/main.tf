resource "aws_route53_health_check" "web" {
  count                   = 1
  fqdn                    = "www.example.com"
  port                    = 443
  type                    = "HTTPS"
  cloudwatch_alarm_name   = "web-health"
  cloudwatch_alarm_region = "us-east-2"
}

# Without the argument the alarm would lose its name.
resource "aws_cloudwatch_metric_alarm" "web" {
  alarm_name          = aws_route53_health_check.web[0].cloudwatch_alarm_name
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
}

resource "aws_route53_health_check" "api" {
  fqdn                            = "api.example.com"
  port                            = 443
  type                            = "HTTPS"
  cloudwatch_alarm_name           = "api-health"
  insufficient_data_health_status = "Healthy"

  lifecycle {
    postcondition {
      condition     = self.insufficient_data_health_status == "Healthy"
      error_message = "The check is meant to be optimistic."
    }
  }
}
