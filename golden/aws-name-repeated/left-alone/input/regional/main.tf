resource "aws_cloudwatch_log_group" "this" {
  name              = "/shop/regional"
  retention_in_days = 30
}
