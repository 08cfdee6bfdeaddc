resource "aws_sqs_queue" "orders" {
  name_prefix = "orders-"
}
