output "vpc_id" {
  description = "ID of the VPC"
  value       = aws_vpc.main.id
}

output "alb_dns_name" {
  description = "DNS name of the Application Load Balancer"
  value       = aws_lb.web.dns_name
}

output "assets_s3_bucket_name" {
  description = "Name of the S3 bucket assets"
  value       = aws_s3_bucket.assets.bucket
}

output "assets_replica_s3_bucket_name" {
  description = "Name of the S3 bucket assets_replica"
  value       = aws_s3_bucket.assets_replica.bucket
}

output "rds_endpoint" {
  description = "Endpoint of the RDS instance"
  value       = aws_db_instance.main.endpoint
  sensitive   = true
}

output "sns_topic_arn" {
  description = "ARN of the SNS topic"
  value       = aws_sns_topic.alerts.arn
}

output "config_s3_bucket_name" {
  description = "Name of the S3 bucket config"
  value       = aws_s3_bucket.config.bucket
}
