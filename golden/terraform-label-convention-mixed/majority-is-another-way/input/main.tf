resource "aws_sns_topic" "site-alerts" {
  name = "site-alerts"
}

resource "aws_sns_topic" "cost-alerts" {
  name = "cost-alerts"
}

resource "aws_sns_topic" "security_alerts" {
  name = "security-alerts"
}
