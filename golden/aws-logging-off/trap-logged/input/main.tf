resource "aws_api_gateway_stage" "live" {
  rest_api_id   = "api-1"
  deployment_id = "d-1"
  stage_name    = "live"

  access_log_settings {
    destination_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:live"
    format          = "$context.requestId"
  }
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders"
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}

resource "aws_s3_bucket_logging" "orders" {
  bucket        = aws_s3_bucket.orders.id
  target_bucket = aws_s3_bucket.access_logs.id
  target_prefix = "orders/"
}

resource "aws_s3_bucket" "access_logs" {
  bucket = "orders-access"
}
