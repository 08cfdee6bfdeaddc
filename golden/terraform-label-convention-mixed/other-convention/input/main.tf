resource "aws_sns_topic" "site-alerts" {
  name = "alerts"
}

resource "aws_sns_topic" "billing" {
  name = "billing"
}
