resource "aws_sqs_queue" "returns" {
  name = "returns"
}
