data "archive_file" "hello" {
  type        = "zip"
  source_file = "${path.module}/index.py"
  output_path = "${path.module}/hello.zip"
}

data "archive_file" "lambda_zip" {
  type        = "zip"
  source_file = "${path.module}/goodbye.js"
  output_path = "lambda_function.zip"
}

resource "aws_lambda_function" "hello" {
  function_name    = "hello"
  role             = "arn:aws:iam::111122223333:role/hello"
  filename         = data.archive_file.hello.output_path
  source_code_hash = data.archive_file.hello.output_base64sha256
  handler          = "index.handler"
  runtime          = "python3.13"
}

resource "aws_lambda_function" "goodbye" {
  function_name    = "goodbye"
  role             = "arn:aws:iam::111122223333:role/hello"
  filename         = "lambda_function.zip"
  source_code_hash = data.archive_file.lambda_zip.output_base64sha256
  handler          = "goodbye.main"
  runtime          = "nodejs22.x"
}
