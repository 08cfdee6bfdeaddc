resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = aws_iam_role.lambda.arn
  filename      = "resize.zip"
  handler       = "index.handler"
  runtime       = "nodejs12.x" # as on the laptops
  timeout       = 30
}

resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = aws_iam_role.lambda.arn
  filename      = "report.zip"
  handler       = "report.handler"
  runtime       = "python3.7"
}

resource "aws_lambda_function" "import" {
  function_name = "import"
  role          = aws_iam_role.lambda.arn
  filename      = "import.jar"
  handler       = "example.Import"
  runtime       = "java8"
}

resource "aws_lambda_function" "proxy" {
  function_name = "proxy"
  role          = aws_iam_role.lambda.arn
  filename      = "proxy.zip"
  handler       = "bootstrap"
  runtime       = "provided"
}

resource "aws_iam_role" "lambda" {
  name_prefix        = "lambda-"
  assume_role_policy = var.trust
}

variable "trust" {
  type = string
}
