output "route53_zone_ids" {
  description = "IDs of the Route 53 zones"
  value       = { for k, v in aws_route53_zone.this : k => v.zone_id }
}

output "instance_ids" {
  description = "IDs of the EC2 instances"
  value       = aws_instance.worker[*].id
}

output "sns_topic_arns" {
  description = "ARNs of the SNS topics"
  value       = aws_sns_topic.alarms[*].arn
}

output "service_ecr_repository_urls" {
  description = "URLs of the ECR repositories service"
  value       = { for k, v in aws_ecr_repository.service : k => v.repository_url }
}

output "base_ecr_repository_url" {
  description = "URL of the ECR repository base"
  value       = aws_ecr_repository.base.repository_url
}
