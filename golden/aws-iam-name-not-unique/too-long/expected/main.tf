resource "aws_iam_role" "production_replication" {
  name = "production-replication-of-customer-orders-to-analytics-${random_id.replication_suffix.hex}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "s3.amazonaws.com"
        }
      }
    ]
  })
}

resource "random_id" "replication_suffix" {
  byte_length = 4
}

resource "aws_iam_role" "shards" {
  count = 12
  name  = "replication-of-customer-orders-to-analytics-bucket-s-${count.index}-${random_id.shards_suffix[count.index].hex}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "s3.amazonaws.com"
        }
      }
    ]
  })
}

resource "random_id" "shards_suffix" {
  count       = 12
  byte_length = 4
}

resource "aws_iam_role" "fits" {
  name = "replication-of-customer-orders-to-analytics-buckets-all-${random_id.fits_suffix.hex}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "s3.amazonaws.com"
        }
      }
    ]
  })
}

resource "random_id" "fits_suffix" {
  byte_length = 4
}

resource "aws_iam_role" "digits" {
  count = 1
  name  = "${join("-", ["replication", "of", "customer", "orders", "to", "analytics", "bucket"])}-shard"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "s3.amazonaws.com"
        }
      }
    ]
  })
}
