output "orders_dead_letters" {
  description = "Where messages end that nobody could read"
  value       = aws_sqs_queue.orders_dead.arn
}

output "s3_bucket_name" {
  description = "Name of the S3 bucket prod"
  value       = aws_s3_bucket.prod_s3_bucket.bucket
}

output "logs_s3_bucket_name" {
  description = "Name of the S3 bucket logs"
  value       = aws_s3_bucket.logs.bucket
}

output "cloudtrail_bucket_name" {
  description = "Name of the S3 bucket cloudtrail"
  value       = aws_s3_bucket.cloudtrail_bucket.bucket
}

output "alb_dns_name" {
  description = "DNS name of the Application Load Balancer"
  value       = aws_lb.web.dns_name
}

output "nlb_dns_name" {
  description = "DNS name of the Network Load Balancer"
  value       = aws_lb.db-proxy.dns_name
}
