resource "aws_sqs_queue" "some" {
  count = 2
  name  = "some-${count.index}"
}

resource "aws_sns_topic" "alerts" {
  for_each = toset(["a", "b"])
  name     = each.key
}

output "some" {
  value = aws_sqs_queue.some["first"].arn
}

output "alerts" {
  value = aws_sns_topic.alerts[0].arn
}
