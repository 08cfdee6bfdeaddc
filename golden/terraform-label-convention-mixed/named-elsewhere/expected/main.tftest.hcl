run "plan" {
  command = plan

  assert {
    condition     = aws_sns_topic.site-alerts.name == "alerts"
    error_message = "wrong name"
  }
}
