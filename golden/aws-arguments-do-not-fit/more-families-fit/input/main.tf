variable "is_multi_az" {
  type    = bool
  default = false
}

variable "destination" {
  type = string
}

resource "aws_efs_file_system" "shared" {
  lifecycle_policy {
    transition_to_ia = "AFTER_30_DAYS"
  }

  lifecycle_policy {
    transition_to_primary_storage_class = "AFTER_1_ACCESS"
  }
}

resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.t3.micro"
  multi_az            = var.is_multi_az
  availability_zone   = var.is_multi_az ? null : "eu-west-1a"
  monitoring_interval = 0
  storage_type        = "gp3"
}

# a class that is newer than what is known
resource "aws_db_instance" "new_class" {
  engine         = "postgres"
  instance_class = "db.m99g.large"
}

resource "aws_api_gateway_integration" "mock" {
  rest_api_id = "a1b2c3d4e5"
  resource_id = "abc123"
  http_method = "GET"
  type        = "MOCK"
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = "logs"

  rule {
    id     = "logs"
    status = "Enabled"

    transition {
      days          = 7
      storage_class = "GLACIER"
    }

    transition {
      days          = 90
      storage_class = "DEEP_ARCHIVE"
    }

    expiration {
      days = 365
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  bucket = "logs"

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.main.arn
    }
  }
}

resource "aws_kms_key" "main" {
  enable_key_rotation = true
}

resource "aws_launch_template" "web" {
  vpc_security_group_ids = ["sg-12345678"]
}

resource "aws_lb_target_group" "tcp" {
  port     = 443
  protocol = "TCP"
  vpc_id   = "vpc-12345678"

  stickiness {
    type    = "lb_cookie"
    enabled = false
  }
}

resource "aws_kinesis_firehose_delivery_stream" "logs" {
  name        = "logs"
  destination = var.destination
}

resource "aws_elasticache_cluster" "cache" {
  cluster_id      = "cache"
  engine          = "memcached"
  node_type       = "cache.m7g.large"
  num_cache_nodes = 2
}
