locals {
  name = "${var.prefix}-resize"
}

resource "aws_lambda_function" "by_text" {
  function_name = "previews"
  role          = aws_iam_role.lambda.arn
  filename      = "previews.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_cloudwatch_log_group" "by_text" {
  name              = "/aws/lambda/previews"
  retention_in_days = 30
}

resource "aws_lambda_function" "by_local" {
  function_name = local.name
  role          = aws_iam_role.lambda.arn
  filename      = "resize.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_cloudwatch_log_group" "by_local" {
  name              = "/aws/lambda/${var.prefix}-resize"
  retention_in_days = 30
}

resource "aws_lambda_function" "by_reference" {
  function_name = "orders-worker"
  role          = aws_iam_role.lambda.arn
  filename      = "orders.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_cloudwatch_log_group" "by_reference" {
  name              = "/aws/lambda/${aws_lambda_function.by_reference.function_name}"
  retention_in_days = 30
}

resource "aws_lambda_function" "own_group" {
  function_name = "mail"
  role          = aws_iam_role.lambda.arn
  filename      = "mail.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.shared.name
  }
}

resource "aws_cloudwatch_log_group" "shared" {
  name              = "functions"
  retention_in_days = 30
}
