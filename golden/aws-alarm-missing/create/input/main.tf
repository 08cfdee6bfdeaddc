resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

resource "aws_db_instance" "orders" {
  engine         = "postgres"
  instance_class = "db.m7g.large"
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "orders-cpu"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  period              = 60
  evaluation_periods  = 5

  dimensions = {
    DBInstanceIdentifier = aws_db_instance.orders.identifier
  }
}

resource "aws_lambda_function" "each" {
  for_each      = toset(["a", "b"])
  function_name = each.key
  role          = aws_iam_role.orders.arn
}
