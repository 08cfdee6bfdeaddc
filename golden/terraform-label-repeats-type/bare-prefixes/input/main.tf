resource "aws_vpc" "prod_vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_sns_topic" "shop_sns_topic" {
  name = "shop"
}

resource "aws_sqs_queue" "shop_orders" {
  name = "orders"
}

resource "aws_sqs_queue" "shop_returns" {
  name = "returns"
}

resource "aws_sqs_queue" "shop_bills" {
  name = "bills"
}
