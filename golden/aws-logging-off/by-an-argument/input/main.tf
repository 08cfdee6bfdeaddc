resource "aws_apigatewayv2_stage" "live" {
  api_id = "api-1"
  name   = "live"
}

resource "aws_db_instance" "orders" {
  identifier     = "orders"
  engine         = "postgres"
  instance_class = "db.m6g.large"
}
