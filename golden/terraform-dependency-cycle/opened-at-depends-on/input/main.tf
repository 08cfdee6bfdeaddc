resource "aws_cloudwatch_log_group" "resize" {
  name_prefix       = "/aws/lambda/resize"
  retention_in_days = 30

  depends_on = [aws_lambda_function.resize]
}

resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = aws_iam_role.resize.arn
  filename      = "resize.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.resize.name
  }
}

resource "aws_iam_role" "resize" {
  name_prefix        = "resize-"
  assume_role_policy = var.trust

  depends_on = [
    aws_kms_key.main,           # before all else
    aws_iam_role_policy.resize, # so that it may write at once
  ]
}

resource "aws_iam_role_policy" "resize" {
  role   = aws_iam_role.resize.id
  policy = var.policy
}

resource "aws_kms_key" "main" {
  description = "main"
}

variable "trust" {
  type = string
}

variable "policy" {
  type = string
}
