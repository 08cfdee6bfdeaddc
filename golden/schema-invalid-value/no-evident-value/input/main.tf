resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  root_block_device {
    volume_type = "gp4"
  }
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "cpu"
  comparison_operator = "GreaterThan"
  evaluation_periods  = 2
}

resource "aws_apigatewayv2_api" "main" {
  name          = "main"
  protocol_type = "HTTPS"
}

resource "aws_cloudwatch_log_group" "web" {
  name              = "web"
  retention_in_days = 15
}
