resource "aws_security_group" "app" {
  name = "app"
}

resource "aws_lambda_function" "app" {
  function_name = "app"
  role          = "arn:aws:iam::123456789012:role/app"
  handler       = "app.handler"
  runtime       = "python3.13"
  filename      = "app.zip"

  vpc_config {
    subnet_ids         = ["subnet-0a1b2c3d4e5f67890"]
    security_group_ids = [aws_security_group.app.id]
  }
}

resource "aws_security_group" "service" {
  name = "service"
}

resource "aws_vpc_security_group_ingress_rule" "service" {
  security_group_id = aws_security_group.service.id
  cidr_ipv4         = "10.0.0.0/8"
  from_port         = 8080
  to_port           = 8080
  ip_protocol       = "tcp"
}

resource "aws_ecs_service" "app" {
  name            = "app"
  task_definition = "app:1"

  network_configuration {
    subnets         = ["subnet-0a1b2c3d4e5f67890"]
    security_groups = [aws_security_group.service.id]
  }
}
