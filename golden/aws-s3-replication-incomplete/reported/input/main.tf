provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "replica"
  region = var.replica_region
}

resource "aws_s3_bucket" "source" {
  bucket_prefix = "source-"
}

resource "aws_s3_bucket_versioning" "source" {
  bucket = aws_s3_bucket.source.id

  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket" "replica" {
  bucket_prefix = "replica-"
}

resource "aws_s3_bucket_versioning" "replica" {
  bucket = aws_s3_bucket.replica.id

  versioning_configuration {
    status = "Enabled"
  }
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

  depends_on = [aws_s3_bucket_versioning.source, aws_s3_bucket_versioning.replica]
}

variable "replica_region" {
  type = string
}

variable "role_arn" {
  type = string
}
