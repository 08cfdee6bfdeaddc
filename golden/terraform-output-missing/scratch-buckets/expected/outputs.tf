output "dropbox_s3_bucket_name" {
  description = "Name of the S3 bucket dropbox"
  value       = aws_s3_bucket.dropbox.bucket
}

output "reports_s3_bucket_name" {
  description = "Name of the S3 bucket reports"
  value       = aws_s3_bucket.reports.bucket
}
