variable "runtime" {
  type = string
}

resource "aws_lambda_function" "hello" {
  function_name = "hello"
  role          = "arn:aws:iam::111122223333:role/hello"
  filename      = data.archive_file.hello.output_path
  handler       = "index.handler"
  runtime       = var.runtime
}

# What Java runs is built before.
resource "aws_lambda_function" "java" {
  function_name = "java"
  role          = "arn:aws:iam::111122223333:role/hello"
  filename      = data.archive_file.java.output_path
  handler       = "example.Handler::handleRequest"
  runtime       = "java21"
}

# Two functions, and one archive for both.
resource "aws_lambda_function" "first" {
  function_name = "first"
  role          = "arn:aws:iam::111122223333:role/hello"
  filename      = data.archive_file.both.output_path
  handler       = "first.handler"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "second" {
  function_name = "second"
  role          = "arn:aws:iam::111122223333:role/hello"
  filename      = data.archive_file.both.output_path
  handler       = "second.handler"
  runtime       = "python3.13"
}
