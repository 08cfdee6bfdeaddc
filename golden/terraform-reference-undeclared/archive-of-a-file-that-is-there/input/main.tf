resource "aws_lambda_function" "hello" {
  function_name = "hello"
  role          = "arn:aws:iam::111122223333:role/hello"
  filename      = data.archive_file.hello.output_path
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}
