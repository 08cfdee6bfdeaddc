resource "aws_s3_bucket" "ledger" {
  bucket = "example-ledger"

  # What is written stays for a year.
  object_lock_configuration {
    object_lock_enabled = "Enabled"

    rule {
      default_retention {
        mode = "COMPLIANCE"
        days = 365
      }
    }
  }
}

resource "aws_s3_bucket" "evidence" {
  bucket = "example-evidence"

  # Each object says how long it stays.
  object_lock_configuration {
    object_lock_enabled = "Enabled"
  }

  tags = {
    Team = "legal"
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "example-logs"

  grant {
    id          = data.aws_canonical_user_id.owner.id
    type        = "CanonicalUser"
    permissions = ["FULL_CONTROL"]
  }

  # Access logs of the others.
  grant {
    type        = "Group"
    permissions = ["READ_ACP", "WRITE"]
    uri         = "http://acs.amazonaws.com/groups/s3/LogDelivery"
  }
}

data "aws_canonical_user_id" "owner" {}

resource "aws_s3_bucket_logging" "ledger" {
  bucket        = aws_s3_bucket.ledger.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "ledger/"
}
