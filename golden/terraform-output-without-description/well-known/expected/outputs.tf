output "vpc_id" {
  description = "ID of the VPC"
  value       = aws_vpc.main.id
}

output "logs" {
  description = "Name of the S3 bucket logs"
  value       = aws_s3_bucket.logs.bucket
}

output "address" {
  description = "DNS name of the Application Load Balancer"
  value       = aws_lb.web.dns_name
  sensitive   = true
}

output "url" {
  description = "URL of the site"
  value       = "https://${aws_lb.web.dns_name}"
}
