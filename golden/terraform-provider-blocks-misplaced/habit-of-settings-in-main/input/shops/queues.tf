resource "aws_sqs_queue" "shops" {
  name = "shops"
}
