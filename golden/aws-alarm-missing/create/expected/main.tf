resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

resource "aws_db_instance" "orders" {
  engine         = "postgres"
  instance_class = "db.m7g.large"
}

resource "aws_cloudwatch_metric_alarm" "orders_storage" {
  alarm_name          = "orders-storage"
  alarm_description   = "The database has less than 5 GiB left"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 5 * 1024 * 1024 * 1024
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    DBInstanceIdentifier = aws_db_instance.orders.identifier
  }
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
