resource "aws_db_instance" "shop" {
  count = 2

  identifier                  = "shop-${count.index}"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_db_instance" "reports" {
  identifier          = "reports"
  replicate_source_db = aws_db_instance.shop[0].id # the writer
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true
}

resource "aws_db_proxy_target" "shop" {
  db_proxy_name          = "shop"
  target_group_name      = "default"
  db_instance_identifier = aws_db_instance.shop[0].id
}

resource "aws_cloudwatch_metric_alarm" "shop" {
  alarm_name          = "shop-cpu"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "CPUUtilization"
  namespace           = "AWS/RDS"
  period              = 300
  statistic           = "Average"
  threshold           = 80

  dimensions = {
    DBInstanceIdentifier = aws_db_instance.shop[1].id
  }
}

resource "aws_db_event_subscription" "shop" {
  name        = "shop"
  sns_topic   = "arn:aws:sns:eu-west-1:123456789012:shop"
  source_type = "db-instance"
  source_ids  = aws_db_instance.shop[*].id
}
