resource "aws_s3_bucket" "shown" {
  bucket = "shown"
}

output "bucket" {
  value = aws_s3_bucket.shown.id
}
