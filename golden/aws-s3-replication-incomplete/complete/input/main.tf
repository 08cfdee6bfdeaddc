resource "aws_s3_bucket" "source" {
  bucket_prefix = "source-"
}

resource "aws_s3_bucket_versioning" "source" {
  bucket = aws_s3_bucket.source.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "copy" {
  bucket_prefix = "copy-"

  versioning {
    enabled = true
  }
}

resource "aws_s3_bucket_replication_configuration" "main" {
  bucket = aws_s3_bucket_versioning.source.bucket
  role   = var.role_arn

  rule {
    status = "Enabled"

    destination {
      bucket = aws_s3_bucket.copy.arn
    }
  }
}

variable "role_arn" {
  type = string
}
