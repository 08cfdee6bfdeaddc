resource "aws_s3_bucket_policy" "this" {
  bucket = var.bucket
  policy = var.policy
}

variable "bucket" {
  type = string
}

variable "policy" {
  type = string
}
