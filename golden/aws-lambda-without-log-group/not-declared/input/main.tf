resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = aws_iam_role.lambda.arn
  filename      = "resize.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_lambda_function" "thumbnails" {
  function_name = "${var.prefix}-thumbnails"
  role          = aws_iam_role.lambda.arn
  filename      = "thumbnails.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

# Of another function, and of an API.
resource "aws_cloudwatch_log_group" "previews" {
  name              = "/aws/lambda/${var.prefix}-previews"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "api" {
  name              = "/aws/apigateway/${var.prefix}"
  retention_in_days = 30
}
