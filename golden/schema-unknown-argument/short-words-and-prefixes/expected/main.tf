resource "aws_sqs_queue" "orders" {
  name       = "orders.fifo"
  fifo_queue = true
}

resource "aws_s3_bucket_acl" "logs" {
  bucket = "logs-111122223333"
  acl    = "private"
}

resource "aws_flow_log" "main" {
  vpc_id          = "vpc-0123456789abcdef0"
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::flow-logs-111122223333"
  iam_role_arn    = aws_iam_role.flow_logs.arn
}

resource "aws_iam_role" "flow_logs" {
  name_prefix        = "flow-logs-"
  assume_role_policy = "{}"
}

resource "aws_subnet" "main" {
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "10.0.0.0/24"
}

resource "aws_lambda_permission" "logs" {
  action        = "lambda:InvokeFunction"
  function_name = "logs"
  principal     = "logs.amazonaws.com"
  source_arn    = "arn:aws:logs:us-east-1:111122223333:log-group:app:*"
}
