resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

moved {
  from = aws_sns_topic.alerts_sns_topic
  to   = aws_sns_topic.alerts
}

resource "aws_sns_topic" "sns_topic_alerts" {
  name = "alerts-too"
}
