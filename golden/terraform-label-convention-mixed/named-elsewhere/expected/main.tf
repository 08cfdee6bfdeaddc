resource "aws_sns_topic" "site-alerts" {
  name = "alerts"
}

resource "aws_sns_topic" "cost_alerts" {
  name       = "billing"
  depends_on = ["aws_sns_topic.cost_mail"]
}

resource "aws_sns_topic" "cost_mail" {
  name = "mail"
}

moved {
  from = aws_sns_topic.costMail
  to   = aws_sns_topic.cost_mail
}
