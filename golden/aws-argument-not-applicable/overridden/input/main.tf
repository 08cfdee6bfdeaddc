resource "aws_route53_health_check" "web" {
  fqdn                  = "www.example.com"
  port                  = 443
  type                  = "HTTPS"
  cloudwatch_alarm_name = "web-health"
}
