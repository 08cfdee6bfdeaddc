resource "aws_s3_bucket" "logs" {
  bucket_prefix = "logs-"
}

import {
  to = aws_s3_bucket.logs
  id = "logs-2024"
}
