resource "aws_sns_topic" "site-alerts" {
  name = "alerts"
}
