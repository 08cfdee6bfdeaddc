resource "aws_cloudwatch_metric_alarm" "both" {
  alarm_name          = "both"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  threshold           = 5
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 60
  statistic           = "Sum"
  extended_statistic  = "p99"
}

resource "aws_cloudwatch_event_rule" "nothing" {
  name = "nothing"
}

resource "aws_lambda_function" "image" {
  function_name = "image"
  role          = aws_iam_role.function.arn
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1"
  handler       = "index.handler"
}

resource "aws_lambda_function" "logs" {
  function_name = "logs"
  role          = aws_iam_role.function.arn
  filename      = "logs.zip"
  handler       = "index.handler"
  runtime       = "python3.13"

  logging_config {
    log_format       = "Text"
    system_log_level = "WARN"
  }
}

resource "aws_iam_role" "function" {
  assume_role_policy = file("trust.json")
}

resource "aws_rds_cluster" "main" {
  cluster_identifier = "main"
  engine             = "aurora-postgresql"
  allocated_storage  = 100
  master_username    = "admin"
}

resource "aws_db_instance" "key" {
  engine         = "postgres"
  instance_class = "db.m7g.large"
  kms_key_id     = aws_kms_key.main.arn
}

resource "aws_kms_key" "main" {}

resource "aws_route53_record" "www" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "www.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["one.example.com", "two.example.com"]
}

resource "aws_cloudfront_distribution" "site" {
  enabled = true

  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "origin"
    viewer_protocol_policy = "redirect-to-https"
  }

  custom_error_response {
    error_code    = 404
    response_code = 200
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"
  }
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-12345678"
}

resource "aws_launch_template" "web" {
  block_device_mappings {
    device_name = "/dev/sdf"

    ebs {
      volume_type = "gp3"
      iops        = 1000
    }
  }
}

resource "aws_dynamodb_table" "provisioned" {
  name     = "provisioned"
  hash_key = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_codebuild_project" "build" {
  name         = "build"
  service_role = aws_iam_role.function.arn

  artifacts {
    type = "S3"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type = "NO_SOURCE"
  }
}
