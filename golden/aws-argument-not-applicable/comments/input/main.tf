resource "aws_route53_health_check" "web" {
  # What is checked.
  fqdn = "www.example.com"
  port = 443
  type = "HTTPS" # not HTTP

  # The alarm that pages.
  # See the runbook.
  cloudwatch_alarm_name   = "web-health" # made by hand
  cloudwatch_alarm_region = "us-east-2"

  # Set off: nobody's but the block's.

  /* Without data it is down. */
  insufficient_data_health_status = "Unhealthy"
  failure_threshold               = 3 # strikes

  # The end.
}
