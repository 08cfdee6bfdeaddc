resource "aws_iam_role" "app" {
  name_prefix        = "app-"
  assume_role_policy = file("${path.module}/trust.json")
}

resource "aws_iam_role_policy" "app" {
  role = aws_iam_role.app.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:InvokeFunction"
      Resource = "*"
    }]
  })
}

resource "aws_lambda_function" "app" {
  function_name = "app"
  role          = aws_iam_role.app.arn
  handler       = "app.handler"
  runtime       = "python3.13"
  filename      = "app.zip"
  depends_on    = [aws_iam_role_policy.app]
}
