terraform {
  required_version = "~> 0.14"
}

resource "aws_s3_bucket" "logs_s3_bucket" {
  bucket_prefix = "logs-"
}
