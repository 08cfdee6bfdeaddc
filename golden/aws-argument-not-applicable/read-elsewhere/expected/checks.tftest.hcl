run "names_the_alarm" {
  command = plan

  assert {
    condition     = aws_route53_health_check.api.cloudwatch_alarm_name == "api-health"
    error_message = "The alarm has another name."
  }
}
