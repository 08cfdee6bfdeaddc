variable "key" {
  type    = string
  default = null
}

variable "schedule" {
  type    = string
  default = ""
}

resource "aws_cloudwatch_metric_alarm" "one" {
  alarm_name          = "one"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  threshold           = 5
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 60
  extended_statistic  = "p99"
  statistic           = null
}

resource "aws_cloudwatch_event_rule" "by_variable" {
  name                = "rule"
  schedule_expression = var.schedule
}

resource "aws_lambda_function" "image" {
  function_name = "image"
  role          = "arn:aws:iam::123456789012:role/function"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1"
  handler       = ""
}

resource "aws_db_instance" "key" {
  engine              = "postgres"
  instance_class      = "db.m7g.large"
  replicate_source_db = "arn:aws:rds:eu-west-1:123456789012:db:main"
  kms_key_id          = "arn:aws:kms:eu-central-1:123456789012:key/1"
}

resource "aws_db_instance" "key_by_variable" {
  engine         = "postgres"
  instance_class = "db.m7g.large"
  kms_key_id     = var.key
}

resource "aws_cloudfront_distribution" "site" {
  enabled = true

  origin {
    domain_name = "origin.example.com"
    origin_id   = "origin"

    dynamic "custom_origin_config" {
      for_each = var.key == null ? [] : [1]

      content {
        http_port              = 80
        https_port             = 443
        origin_protocol_policy = "https-only"
        origin_ssl_protocols   = ["TLSv1.2"]
      }
    }

    s3_origin_config {
      origin_access_identity = "origin-access-identity/cloudfront/E1"
    }
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "origin"
    viewer_protocol_policy = "redirect-to-https"
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  }

  custom_error_response {
    error_code = 404
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn            = var.key
    cloudfront_default_certificate = var.key == null
  }
}

resource "aws_vpc_security_group_ingress_rule" "everything" {
  security_group_id = "sg-12345678"
  ip_protocol       = "-1"
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_launch_template" "web" {
  block_device_mappings {
    device_name = "/dev/sdf"

    ebs {
      volume_type = "gp3"
    }
  }
}

resource "aws_route53_record" "www" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "www.example.com"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1", "192.0.2.2"]
}
