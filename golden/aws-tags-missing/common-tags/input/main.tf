locals {
  common_tags = {
    Environment = "production"
    Team        = "orders"
  }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"

  tags = merge(local.common_tags, {
    Name = "main"
  })
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
  tags = local.common_tags
}

resource "aws_sqs_queue" "orders" {
  name = "orders"

  timeouts {
    create = "5m"
  }
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy    = data.aws_iam_policy_document.orders.json
}

resource "random_id" "suffix" {
  byte_length = 4
}
