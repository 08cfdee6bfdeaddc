resource "aws_s3_bucket" "ledger" {
  bucket = "example-ledger"

  object_lock_enabled = true
}

resource "aws_s3_bucket" "evidence" {
  bucket = "example-evidence"

  # Each object says how long it stays.
  object_lock_enabled = true

  tags = {
    Team = "legal"
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "example-logs"
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id

  access_control_policy {
    grant {
      grantee {
        id   = data.aws_canonical_user_id.owner.id
        type = "CanonicalUser"
      }

      permission = "FULL_CONTROL"
    }

    # Access logs of the others.
    grant {
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
      }

      permission = "READ_ACP"
    }

    grant {
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
      }

      permission = "WRITE"
    }

    owner {
      id = data.aws_canonical_user_id.owner.id
    }
  }

  depends_on = [aws_s3_bucket_ownership_controls.logs]
}

data "aws_canonical_user_id" "owner" {}

resource "aws_s3_bucket_logging" "ledger" {
  bucket        = aws_s3_bucket.ledger.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "ledger/"

  depends_on = [aws_s3_bucket_acl.logs]
}

resource "aws_s3_bucket_object_lock_configuration" "ledger" {
  bucket = aws_s3_bucket.ledger.id

  # What is written stays for a year.
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 365
    }
  }
}
