resource "aws_db_instance" "shop" {
  identifier                  = "shop"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_db_snapshot" "shop" {
  db_instance_identifier = aws_db_instance.shop.identifier
  db_snapshot_identifier = "before-${aws_db_instance.shop.resource_id}"
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
    DBInstanceIdentifier = aws_db_instance.shop.identifier
    DbiResourceId        = aws_db_instance.shop.id
  }
}

output "shop" {
  description = "ID of the instance"
  value       = aws_db_instance.shop.id
}
