resource "aws_sns_topic" "alerts_sns_topic" {
  name = "alerts"
}

resource "aws_sns_topic" "sns_topic_alerts" {
  name = "alerts-too"
}
