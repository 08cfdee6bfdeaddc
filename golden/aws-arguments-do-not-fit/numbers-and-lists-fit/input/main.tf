variable "name" {
  type    = string
  default = "x"
}

variable "ports" {
  type    = list(number)
  default = []
}

resource "aws_sns_topic" "by_prefix" {
  name_prefix = "t-"
  fifo_topic  = true
}

resource "aws_lambda_function" "function" {
  function_name = "function"
  role          = "arn:aws:iam::123456789012:role/function"
  filename      = "x.zip"
  handler       = "a.b"
  runtime       = "python3.13"

  environment {
    variables = {
      AWS_REGION_NAME = "eu-west-1"
    }
  }
}

resource "aws_route53_record" "address" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "x"
  type    = "A"
  ttl     = 60
  records = ["192.0.2.1", aws_eip.one.public_ip]
}

resource "aws_eip" "one" {}

resource "aws_route53_record" "mail" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "x"
  type    = "MX"
  ttl     = 60
  records = ["10 mail.example.com"]
}

resource "aws_route53_record" "text" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "x"
  type    = "TXT"
  ttl     = 60
  records = ["v=spf1 -all"]
}

resource "aws_backup_plan" "plan" {
  name = "plan"

  rule {
    rule_name         = "daily"
    target_vault_name = "vault"

    lifecycle {
      cold_storage_after = 30
      delete_after       = 120
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "alarm" {
  alarm_name          = "alarm"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  datapoints_to_alarm = 3
  threshold           = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 300
  statistic           = "Sum"
}

resource "aws_elasticache_replication_group" "group" {
  replication_group_id       = "group"
  description                = "group"
  multi_az_enabled           = true
  automatic_failover_enabled = true
  num_node_groups            = 2
  replicas_per_node_group    = 1
}

resource "aws_security_group" "web" {
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  # a ping: type 8, any code
  ingress {
    from_port   = 8
    to_port     = 0
    protocol    = "icmp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  dynamic "ingress" {
    for_each = var.ports

    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = "vpc-12345678"
  service_name      = "com.amazonaws.eu-west-1.s3"
  vpc_endpoint_type = "Interface"
  subnet_ids        = ["subnet-12345678"]
}

resource "aws_eks_node_group" "nodes" {
  cluster_name  = "cluster"
  node_role_arn = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids    = ["subnet-12345678"]

  scaling_config {
    desired_size = 1
    max_size     = 3
    min_size     = 0
  }
}
