variable "queues" {
  type = list(object({ arn = string }))
}

resource "aws_sqs_queue" "some" {
  count      = 2
  name       = "some-${count.index}"
  depends_on = [aws_sns_topic.single]
}

resource "aws_sns_topic" "single" {
  name = "single"
}

locals {
  arns = [for aws_sqs_queue in [{ some = { arn = "x" } }] : aws_sqs_queue.some.arn]
}

moved {
  from = aws_sns_topic.single[0]
  to   = aws_sns_topic.single
}

moved {
  from = aws_sqs_queue.some
  to   = aws_sqs_queue.some[0]
}
