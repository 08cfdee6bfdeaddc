resource "aws_s3_bucket" "logs" {
  provider      = aws.replica
  bucket_prefix = "logs-${var.region}-"
}
