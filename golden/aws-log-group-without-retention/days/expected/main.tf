resource "aws_cloudwatch_log_group" "web" {
  for_each = toset(["web", "api"])

  name              = "/app/${each.key}"
  kms_key_id        = aws_kms_key.logs.arn
  retention_in_days = 365
}
