resource "aws_cloudwatch_log_group" "archive" {
  name              = "/archive"
  retention_in_days = 0
}

resource "aws_cloudwatch_log_group" "web" {
  name              = "/app/web"
  retention_in_days = var.retention_in_days
}

resource "aws_cloudwatch_log_group" "delivery" {
  name            = "/delivery"
  log_group_class = "DELIVERY"
}
