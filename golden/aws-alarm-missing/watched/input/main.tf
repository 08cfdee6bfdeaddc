resource "aws_lb" "web" {
  name    = "web"
  subnets = var.subnet_ids
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2

  dimensions = {
    LoadBalancer = aws_lb.web.arn_suffix
  }
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
}

resource "aws_cloudwatch_metric_alarm" "functions" {
  alarm_name          = "functions"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { FunctionName = "orders" }
}

resource "aws_lb" "network" {
  name               = "tcp"
  load_balancer_type = "network"
}
