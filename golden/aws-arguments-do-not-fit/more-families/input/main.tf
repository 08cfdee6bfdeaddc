resource "aws_efs_file_system" "shared" {
  lifecycle_policy {
    transition_to_ia                    = "AFTER_30_DAYS"
    transition_to_primary_storage_class = "AFTER_1_ACCESS"
  }
}

resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.m7g.large"
  multi_az            = true
  availability_zone   = "eu-west-1a"
  monitoring_interval = 60
  storage_type        = "io1"
}

resource "aws_db_instance" "class" {
  engine         = "sqlserver-ex"
  instance_class = "db.r6g.large"
}

resource "aws_api_gateway_integration" "orders" {
  rest_api_id = "a1b2c3d4e5"
  resource_id = "abc123"
  http_method = "GET"
  type        = "AWS_PROXY"
  uri         = "arn:aws:apigateway:eu-west-1:lambda:path/x"
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = "logs"

  rule {
    id     = "logs"
    status = "Enabled"

    transition {
      days          = 7
      storage_class = "STANDARD_IA"
    }

    expiration {
      days = 7
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  bucket = "logs"

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "AES256"
      kms_master_key_id = aws_kms_key.main.arn
    }
  }
}

resource "aws_kms_key" "main" {
  customer_master_key_spec = "RSA_2048"
  key_usage                = "SIGN_VERIFY"
  enable_key_rotation      = true
}

resource "aws_launch_template" "web" {
  vpc_security_group_ids = ["sg-12345678"]

  network_interfaces {
    associate_public_ip_address = true
  }
}

resource "aws_lb_target_group" "tcp" {
  port     = 443
  protocol = "TCP"
  vpc_id   = "vpc-12345678"

  stickiness {
    type = "lb_cookie"
  }
}

resource "aws_route53_record" "weighted" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "www"
  type    = "A"
  records = ["192.0.2.1"]

  weighted_routing_policy {
    weight = 10
  }
}

resource "aws_elasticache_cluster" "cache" {
  cluster_id      = "cache"
  engine          = "redis"
  node_type       = "cache.m7g.large"
  num_cache_nodes = 2
}

resource "aws_lambda_function" "image" {
  function_name = "image"
  role          = "arn:aws:iam::123456789012:role/function"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1"
}

resource "aws_kinesis_firehose_delivery_stream" "logs" {
  name        = "logs"
  destination = "extended_s3"
}
