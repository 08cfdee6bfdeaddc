resource "aws_cloudwatch_log_group" "resize" {
  name              = "/aws/lambda/${local.prefix}-resize"
  retention_in_days = 30
}

# Makes the images smaller.
resource "aws_lambda_function" "resize" {
  function_name = "${local.prefix}-resize"
  role          = aws_iam_role.lambda.arn
  filename      = "resize.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"

  depends_on = [aws_iam_role_policy.lambda, aws_cloudwatch_log_group.resize]
}

resource "aws_cloudwatch_log_group" "workers" {
  for_each = var.workers

  name              = "/aws/lambda/${each.key}"
  retention_in_days = 30
}

resource "aws_lambda_function" "workers" {
  for_each = var.workers

  function_name = each.key
  role          = aws_iam_role.lambda.arn
  filename      = each.value
  handler       = "index.handler"
  runtime       = "nodejs22.x"

  depends_on = [aws_cloudwatch_log_group.workers]
}

resource "aws_cloudwatch_log_group" "report" {
  provider = aws.reports
  count    = var.has_report ? 1 : 0

  name              = "/aws/lambda/${var.report_name}"
  retention_in_days = 30
}

resource "aws_lambda_function" "report" {
  provider = aws.reports
  count    = var.has_report ? 1 : 0

  function_name = var.report_name
  role          = aws_iam_role.lambda.arn
  filename      = "report.zip"
  handler       = "report.handler"
  runtime       = "python3.13"

  depends_on = [aws_cloudwatch_log_group.report]
}

provider "aws" {
  alias  = "reports"
  region = "eu-west-1"
}
