resource "aws_s3_bucket_policy" "this" {
  bucket = var.bucket
  policy = file("${path.module}/policy.json")
}

variable "bucket" {
  type = string
}
