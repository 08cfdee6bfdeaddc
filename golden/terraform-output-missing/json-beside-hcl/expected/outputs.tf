output "topic" {
  description = "ARN of the SNS topic"
  value       = aws_sns_topic.alerts.arn
}

output "vpc_id" {
  description = "ID of the VPC"
  value       = aws_vpc.main.id
}
