resource "aws_s3_bucket" "source" {
  bucket = "example-source"
}

resource "aws_s3_bucket_versioning" "source" {
  bucket = aws_s3_bucket.source.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_replication_configuration" "source" {
  bucket = aws_s3_bucket.source.id
  role   = var.role_arn

  rule {
    id       = "all"
    status   = "Enabled"
    priority = 1

    filter {
      prefix = "reports/"
    }

    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }

    destination {
      bucket        = aws_s3_bucket.replica.arn
      storage_class = "STANDARD"
      account       = var.account_id

      access_control_translation {
        owner = "Destination"
      }

      replication_time {
        status = "Enabled"

        time {
          minutes = 15
        }
      }

      metrics {
        status = "Enabled"

        event_threshold {
          minutes = 15
        }
      }

      encryption_configuration {
        replica_kms_key_id = var.replica_key_arn
      }
    }

    delete_marker_replication {
      status = "Disabled"
    }
  }

  depends_on = [aws_s3_bucket_versioning.source, aws_s3_bucket_versioning.replica]
}

resource "aws_s3_bucket" "replica" {
  provider = aws.replica
  bucket   = "example-replica"
}

resource "aws_s3_bucket_versioning" "replica" {
  provider = aws.replica

  bucket = aws_s3_bucket.replica.id

  versioning_configuration {
    status = "Enabled"
  }
}

provider "aws" {
  alias  = "replica"
  region = "eu-west-1"
}

variable "role_arn" {
  type = string
}

variable "replica_key_arn" {
  type = string
}

variable "account_id" {
  type = string
}
