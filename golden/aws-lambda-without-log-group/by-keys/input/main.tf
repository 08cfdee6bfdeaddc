resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = aws_iam_role.lambda.arn
  filename      = "resize.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_cloudwatch_log_group" "functions" {
  for_each          = var.functions
  name              = "/aws/lambda/${each.key}"
  retention_in_days = 30
}
