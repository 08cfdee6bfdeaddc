resource "aws_s3_bucket" "replica" {
  provider      = aws.replica
  bucket_prefix = "replica-"
}

resource "aws_s3_bucket_versioning" "replica" {
  provider = aws.replica
  bucket   = aws_s3_bucket.replica.id

  versioning_configuration {
    status = "Enabled"
  }
}

# Certificates of CloudFront live there.
data "aws_acm_certificate" "site" {
  provider = aws.us-east-1
  domain   = "www.example.com"
}
