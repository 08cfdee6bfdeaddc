resource "aws_s3_bucket" "logs" {
  bucket = "logs-111122223333"
}

resource "aws_lambda_function" "hello" {
  function_name = "hello"
  role          = "arn:aws:iam::111122223333:role/hello"
  handler       = "index.handler"
  runtime       = "python3.13"
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}
