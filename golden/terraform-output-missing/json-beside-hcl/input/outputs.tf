output "topic" {
  description = "ARN of the SNS topic"
  value       = aws_sns_topic.alerts.arn
}
