resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "queue-depth"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  metric_name         = "ApproximateNumberOfMessagesVisible"
  namespace           = "AWS/SQS"
  period              = 60
  statistic           = "Maximum"
  threshold           = 1000
}

resource "aws_route53_health_check" "unknown_value" {
  type                            = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name           = aws_cloudwatch_metric_alarm.queue.alarm_name
  cloudwatch_alarm_region         = "us-east-2"
  insufficient_data_health_status = "Unhealthy" # on the safe side
}

resource "aws_route53_health_check" "wrong_case" {
  type                            = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name           = aws_cloudwatch_metric_alarm.queue.alarm_name
  cloudwatch_alarm_region         = "us-east-2"
  insufficient_data_health_status = "LastKnownStatus"
}

resource "aws_route53_health_check" "known_values" {
  for_each                        = toset(["Healthy", "Unhealthy", "LastKnownStatus"])
  type                            = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name           = aws_cloudwatch_metric_alarm.queue.alarm_name
  cloudwatch_alarm_region         = "us-east-2"
  insufficient_data_health_status = each.key
}

resource "aws_route53_health_check" "right" {
  type                            = "cloudwatch_metric"
  cloudwatch_alarm_name           = aws_cloudwatch_metric_alarm.queue.alarm_name
  cloudwatch_alarm_region         = "us-east-2"
  insufficient_data_health_status = "Healthy"
}
