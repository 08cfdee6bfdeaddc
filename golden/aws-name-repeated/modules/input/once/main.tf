resource "aws_cloudwatch_log_group" "this" {
  name              = "/shop/shared"
  retention_in_days = 7
}
