resource "aws_s3_bucket" "source" {
  bucket = "example-source"

  versioning {
    enabled = true
  }

  replication_configuration {
    role = var.role_arn

    rules {
      id       = "all"
      status   = "Enabled"
      priority = 1

      filter {
        prefix = "reports/"
      }

      source_selection_criteria {
        sse_kms_encrypted_objects {
          enabled = true
        }
      }

      destination {
        bucket             = aws_s3_bucket.replica.arn
        storage_class      = "STANDARD"
        account_id         = var.account_id
        replica_kms_key_id = var.replica_key_arn

        access_control_translation {
          owner = "Destination"
        }

        replication_time {
          status  = "Enabled"
          minutes = 15
        }

        metrics {
          status  = "Enabled"
          minutes = 15
        }
      }
    }
  }
}

resource "aws_s3_bucket" "replica" {
  provider = aws.replica
  bucket   = "example-replica"

  versioning {
    enabled = true
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
