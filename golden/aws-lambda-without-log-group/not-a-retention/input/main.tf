resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = aws_iam_role.lambda.arn
  filename      = "resize.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}
