provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "replica"
  region = "eu-central-1"
}

resource "aws_s3_bucket" "source" {
  bucket_prefix = "source-"
}

resource "aws_s3_bucket" "replica" {
  provider      = aws.replica
  bucket_prefix = "replica-"
}

resource "aws_s3_bucket_replication_configuration" "main" {
  bucket = aws_s3_bucket.source.id
  role   = var.role_arn

  rule {
    status = "Enabled"

    destination {
      bucket = aws_s3_bucket.replica.arn
    }
  }
}

variable "role_arn" {
  type = string
}
