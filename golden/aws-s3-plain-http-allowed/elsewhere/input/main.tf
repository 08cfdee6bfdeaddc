resource "aws_s3_bucket" "reports" {
  bucket_prefix = "reports-"
}

module "policy" {
  source = "git::https://example.com/modules/bucket-policy.git"
  bucket = aws_s3_bucket.reports.id
}
