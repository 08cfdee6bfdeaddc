variable "topics" {
  type = set(string)
}

variable "size" {
  type = number
}

resource "aws_sns_topic" "alerts" {
  for_each = var.topics
  name     = each.key
}

resource "aws_sns_topic_policy" "alerts" {
  for_each = var.topics
  arn      = aws_sns_topic.alerts.arn
  policy   = "{}"
}

resource "aws_sqs_queue" "one" {
  count = 1
  name  = "one"
}

resource "aws_sqs_queue" "some" {
  count = var.size
  name  = "some-${count.index}"
}

resource "aws_sqs_queue_policy" "some" {
  count     = var.size
  queue_url = aws_sqs_queue.some.url
  policy    = "{}"
}

output "one" {
  value = aws_sqs_queue.one.arn
}

output "some" {
  value = aws_sqs_queue.some.arn
}
