resource "aws_s3_bucket" "reports" {
  bucket        = "example-reports"
  acl           = "private"
  force_destroy = true

  # tfsec:ignore:AWS002
  # trivy:ignore:AVD-AWS-0132
  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "AES256"
      }
    }
  }

  # Reports are made anew.
  #tfsec:ignore:AWS077 - Versioning is not enabled
  logging {
    target_prefix = "reports"
    target_bucket = "example-logs"
  }

  tags = {
    CostCenter = "reports"
  }
}
