resource "aws_s3_bucket" "logs" {
  name = "logs-111122223333"
}

resource "aws_lambda_function" "hello" {
  name    = "hello"
  role    = "arn:aws:iam::111122223333:role/hello"
  handler = "index.handler"
  runtime = "python3.13"
}

resource "aws_sns_topic" "alerts" {
  topic_name = "alerts"
}
