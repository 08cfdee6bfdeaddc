/*
  Makes a bucket.
*/
resource "aws_s3_bucket" "state" {
  bucket_prefix = "state-"
}
