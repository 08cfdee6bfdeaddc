resource "aws_vpc" "main_vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_sns_topic" "alerts_sns_topic" {
  name = "alerts"
}

resource "aws_sqs_queue" "orders_sqs_queue" {
  name = "orders"
}

resource "aws_sqs_queue" "returns" {
  name = "returns"
}
