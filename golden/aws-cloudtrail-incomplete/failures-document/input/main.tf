resource "aws_cloudtrail" "prod_cloudtrail" {
  name           = "prod-cloudtrail"
  s3_bucket_name = aws_s3_bucket.trail.bucket

  event_selector {
    read_write_type           = "All"
    include_management_events = true
  }
}

resource "aws_s3_bucket" "trail" {
  bucket_prefix = "trail-"
}
