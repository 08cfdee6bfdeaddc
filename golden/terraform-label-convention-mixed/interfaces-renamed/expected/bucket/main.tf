variable "bucket_name" {
  description = "Name of the bucket"
  type        = string

  validation {
    condition     = length(var.bucket_name) > 2
    error_message = "The name is too short."
  }
}

locals {
  name_prefix = "files-${var.bucket_name}"
}

resource "aws_s3_bucket" "this" {
  bucket = local.name_prefix
}

output "bucket_arn" {
  value = aws_s3_bucket.this.arn
}

output "bucket_name" {
  value = aws_s3_bucket.this.bucket
}

output "bucket_region" {
  value = aws_s3_bucket.this.region
}

output "hosted_zone" {
  value = aws_s3_bucket.this.hosted_zone_id
}
