resource "aws_s3_bucket" "site" {
  bucket = "site"

  # Who reads what.
  #tfsec:ignore:AWS077 - Versioning is not enabled
  logging {
    target_bucket = "logs"
    target_prefix = "site/"
  }

  # trivy:ignore:avd-aws-0132
  # tfsec:ignore:aws-s3-encryption-customer-key
  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "AES256"
      }
    }
  }

  tags = {
    Team = "site"
  }
}
