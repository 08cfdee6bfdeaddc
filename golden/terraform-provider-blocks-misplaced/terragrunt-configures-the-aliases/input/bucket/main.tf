resource "aws_s3_bucket" "logs" {
  provider      = aws.us-east-1
  bucket_prefix = "logs-"
}
