resource "aws_s3_bucket" "logs_s3_bucket" {
  bucket_prefix = "logs-"
}

import {
  to = aws_s3_bucket.logs_s3_bucket
  id = "logs-2024"
}
