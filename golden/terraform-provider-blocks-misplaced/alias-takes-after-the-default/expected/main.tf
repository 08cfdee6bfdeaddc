resource "aws_s3_bucket" "replica" {
  provider      = aws.replica
  bucket_prefix = "${var.name}-replica-"
}

resource "aws_acm_certificate" "cdn" {
  provider          = aws.us_east_1
  domain_name       = "cdn.example.com"
  validation_method = "DNS"
}
