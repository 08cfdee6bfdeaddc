variable "bucketName" {
  description = "Name of the bucket"
  type        = string

  validation {
    condition     = length(var.bucketName) > 2
    error_message = "The name is too short."
  }
}

locals {
  name_prefix = "files-${var.bucketName}"
}

resource "aws_s3_bucket" "this" {
  bucket = local.name_prefix
}

output "bucketArn" {
  value = aws_s3_bucket.this.arn
}

output "bucketName" {
  value = aws_s3_bucket.this.bucket
}

output "bucket_region" {
  value = aws_s3_bucket.this.region
}

output "hosted_zone" {
  value = aws_s3_bucket.this.hosted_zone_id
}
