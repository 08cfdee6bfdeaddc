resource "aws_s3_bucket" "prod_s3_bucket" {
  bucket_prefix = "prod-"
}

resource "aws_s3_bucket" "logs" {
  bucket_prefix = "prod-logs-"
}

resource "aws_s3_bucket" "cloudtrail_bucket" {
  bucket_prefix = "prod-cloudtrail-"
}

variable "subnet_ids" {
  type = list(string)
}

resource "aws_lb" "web" {
  name    = "web"
  subnets = var.subnet_ids
}

resource "aws_lb" "db-proxy" {
  name               = "db-proxy"
  internal           = true
  load_balancer_type = "network"
  subnets            = var.subnet_ids
}

resource "aws_lb" "inspection" {
  name               = "inspection"
  load_balancer_type = "gateway"
  subnets            = var.subnet_ids
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "aws_sqs_queue" "orders_dead" {
  name = "orders-dead"
}
