resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

resource "datadog_monitor" "alerts" {
  name = "alerts"
}

resource "missing_thing" "alerts" {}
