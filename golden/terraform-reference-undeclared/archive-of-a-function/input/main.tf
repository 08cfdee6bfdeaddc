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
