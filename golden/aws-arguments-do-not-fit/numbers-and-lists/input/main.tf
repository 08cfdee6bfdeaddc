resource "aws_lambda_function" "g" {
  function_name = "g"
  role          = "arn:aws:iam::123456789012:role/function"
  filename      = "x.zip"
  handler       = "a.b"
  runtime       = "python3.13"
  environment {
    variables = {
      AWS_REGION = "x"
      OTHER      = "other"
    }
  }
}

resource "aws_route53_record" "r" {
  zone_id = "Z1"
  name    = "x"
  type    = "A"
  ttl     = 60
  records = ["lb.example.com"]
}

resource "aws_backup_plan" "p" {
  name = "p"
  rule {
    rule_name         = "r"
    target_vault_name = "v"
    lifecycle {
      cold_storage_after = 30
      delete_after       = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "a" {
  alarm_name          = "x"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  datapoints_to_alarm = 3
  metric_name         = "x"
  namespace           = "x"
  period              = 45
  statistic           = "Sum"
}

resource "aws_cloudwatch_metric_alarm" "b" {
  alarm_name          = "x"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "x"
  namespace           = "x"
  period              = 90
  statistic           = "Sum"
}

resource "aws_elasticache_replication_group" "r" {
  replication_group_id       = "x"
  description                = "x"
  multi_az_enabled           = true
  automatic_failover_enabled = false
  auth_token                 = "abcdefghijklmnopqrst"
}

resource "aws_security_group" "s" {
  ingress {
    from_port   = 8080
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_vpc_endpoint" "e" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
  subnet_ids   = ["subnet-1"]
}

resource "aws_eks_node_group" "n" {
  cluster_name  = "x"
  node_role_arn = "x"
  subnet_ids    = []
  scaling_config {
    desired_size = 5
    max_size     = 3
    min_size     = 1
  }
}
