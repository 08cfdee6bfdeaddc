resource "aws_s3_bucket" "reports" {
  bucket        = "example-reports"
  force_destroy = true

  # tfsec:ignore:AWS002

  #tfsec:ignore:AWS077 - Versioning is not enabled

  tags = {
    CostCenter = "reports"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  # trivy:ignore:AVD-AWS-0132
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_logging" "reports" {
  bucket = aws_s3_bucket.reports.id
  # Reports are made anew.
  target_prefix = "reports"
  target_bucket = "example-logs"
}
