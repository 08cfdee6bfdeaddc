output "queue" {
  value       = aws_sqs_queue.main.arn
  description = "The queue."
}

output "first" {
  value = aws_sqs_queue.more[0].arn
}

output "topics" {
  value = [for topic in aws_sns_topic.each : topic.arn]
}

output "zone" {
  value = module.child.arn
}
