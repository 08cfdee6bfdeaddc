resource "aws_sns_topic" "alerts_sns_topic" {
  name_prefix = "alerts-"
}
