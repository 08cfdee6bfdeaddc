resource "aws_sqs_queue" "dead" {
  name = "orders-dead"
}

resource "aws_sqs_queue" "orders" {
  name       = "orders.fifo"
  fifo_queue = true

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 5
  })
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/function"
  filename      = "orders.zip"
  handler       = "orders.handler"
  runtime       = "python3.13"
  timeout       = 60
}

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn  = aws_sqs_queue.orders.arn
  function_name     = aws_lambda_function.orders.arn
  batch_size        = 100
  starting_position = "LATEST"
}

resource "aws_lambda_event_source_mapping" "stream" {
  event_source_arn = aws_dynamodb_table.orders.stream_arn
  function_name    = aws_lambda_function.orders.arn
}

resource "aws_dynamodb_table" "orders" {
  name             = "orders"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_IMAGE"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_autoscaling_group" "web" {
  min_size             = 4
  max_size             = 2
  launch_configuration = "web"
}

resource "aws_rds_cluster" "main" {
  engine = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_rest_api" "office" {
  name = "office"
}

resource "aws_api_gateway_deployment" "shop" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
}

resource "aws_api_gateway_stage" "office" {
  rest_api_id   = aws_api_gateway_rest_api.office.id
  deployment_id = aws_api_gateway_deployment.shop.id
  stage_name    = "v1"
}
