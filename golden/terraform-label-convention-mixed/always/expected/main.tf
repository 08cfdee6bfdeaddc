resource "aws_sns_topic" "site_alerts" {
  name = "alerts"
}

moved {
  from = aws_sns_topic.site-alerts
  to   = aws_sns_topic.site_alerts
}
