resource "aws_sqs_queue" "dead" {
  name = "dead"
}

output "arn" {
  description = "ARN of the queue"
  value       = aws_sqs_queue.dead.arn
}
