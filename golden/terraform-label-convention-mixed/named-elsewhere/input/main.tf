resource "aws_sns_topic" "site-alerts" {
  name = "alerts"
}

resource "aws_sns_topic" "cost_alerts" {
  name       = "billing"
  depends_on = ["aws_sns_topic.costMail"]
}

resource "aws_sns_topic" "costMail" {
  name = "mail"
}
