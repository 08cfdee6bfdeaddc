resource "aws_s3_bucket" "trail" {
  bucket_prefix = "trail-"
}

resource "aws_s3_bucket_policy" "trail" {
  bucket = aws_s3_bucket.trail.id
  policy = var.policy
}

resource "aws_cloudtrail" "by_reference" {
  name           = "by-reference"
  s3_bucket_name = aws_s3_bucket_policy.trail.bucket
}

resource "aws_cloudtrail" "by_depends_on" {
  name           = "by-depends-on"
  s3_bucket_name = aws_s3_bucket.trail.id

  depends_on = [aws_s3_bucket_policy.trail]
}

resource "aws_cloudtrail" "by_time" {
  name           = "by-time"
  s3_bucket_name = aws_s3_bucket.trail.id

  depends_on = [time_sleep.policy]
}

resource "time_sleep" "policy" {
  create_duration = "10s"

  depends_on = [aws_s3_bucket_policy.trail]
}

variable "policy" {
  type = string
}
