resource "aws_rds_cluster" "shop" {
  cluster_identifier          = "shop"
  engine                      = "aurora-postgresql"
  master_username             = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_rds_cluster_instance" "shop" {
  for_each = toset(["a", "b"])

  identifier         = "shop-${each.key}"
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = aws_rds_cluster.shop.engine
  instance_class     = "db.r6g.large"
}

resource "aws_cloudwatch_metric_alarm" "shop" {
  for_each = aws_rds_cluster_instance.shop

  alarm_name          = "cpu-${each.key}"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "CPUUtilization"
  namespace           = "AWS/RDS"
  period              = 300
  statistic           = "Average"
  threshold           = 80

  dimensions = {
    DBInstanceIdentifier = each.value.id
  }
}
