output "vpc_id" {
  value = aws_vpc.main.id
}

output "logs" {
  value = aws_s3_bucket.logs.bucket
}

output "address" {
  value     = aws_lb.web.dns_name
  sensitive = true
}

# URL of the site
output "url" {
  value = "https://${aws_lb.web.dns_name}"
}
