resource "aws_route53_health_check" "web" {
  fqdn = "www.example.com"
  port = 443
  type = "HTTPS"

  # The alarm that pages.
  cloudwatch_alarm_name   = "web-health"
  cloudwatch_alarm_region = "us-east-2"

  tags = {
    Name = "web"
  }
}
