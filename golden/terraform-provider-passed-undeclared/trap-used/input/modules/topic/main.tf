resource "aws_sns_topic" "alerts" {
  provider = aws.replica
  name     = "alerts"
}
