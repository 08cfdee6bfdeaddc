resource "aws_sqs_queue" "bills" {
  name = "bills"
}
