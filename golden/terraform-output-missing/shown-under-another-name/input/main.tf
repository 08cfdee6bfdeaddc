resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_s3_bucket" "logs" {
  for_each      = toset(["web", "db"])
  bucket_prefix = each.key
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

resource "aws_sqs_queue" "orders" {
  count = 2
  name  = "orders-${count.index}"
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"
}

resource "aws_lb" "web" {
  name = "web"
}

data "aws_lb" "web" {
  arn = aws_lb.web.arn
}

locals {
  buckets = { for key, bucket in aws_s3_bucket.logs : key => bucket.arn }
}
