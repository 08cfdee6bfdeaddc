resource "aws_route53_health_check" "web" {
  fqdn                    = null
  port                    = null
  type                    = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_region = "us-east-2"
}
