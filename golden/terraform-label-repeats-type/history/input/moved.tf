moved {
  from = aws_s3_bucket.log
  to   = aws_s3_bucket.logs_s3_bucket
}
