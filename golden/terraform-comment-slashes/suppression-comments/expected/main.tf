resource "aws_s3_bucket" "public" {
  #tfsec:ignore:aws-s3-no-public-access
  bucket = "public-files"
}
