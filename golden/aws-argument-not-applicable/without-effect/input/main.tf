resource "aws_route53_health_check" "web" {
  fqdn                            = "www.example.com"
  port                            = 443
  type                            = "HTTPS"
  cloudwatch_alarm_name           = null
  cloudwatch_alarm_region         = local.alarm_region
  insufficient_data_health_status = ""
}

locals {
  alarm_region = null
}

resource "aws_sqs_queue" "jobs" {
  name                        = "jobs"
  content_based_deduplication = false
}
