resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "cpu"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  metric_name         = "CPUUtilization"
  namespace           = "AWS/EC2"
  period              = 120
  statistic           = "Average"
  threshold           = 80
}

resource "aws_cloudwatch_composite_alarm" "web" {
  alarm_name    = "web"
  alarm_rule    = "ALARM(${aws_cloudwatch_metric_alarm.cpu.alarm_name})"
  alarm_actions = ["arn:aws:sns:eu-west-1:111122223333:alarms"]
}
