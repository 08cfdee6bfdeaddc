resource "aws_cloudtrail" "main" {
  name                       = "main"
  s3_bucket_name             = "audit-of-the-shop"
  enable_log_file_validation = true
}
