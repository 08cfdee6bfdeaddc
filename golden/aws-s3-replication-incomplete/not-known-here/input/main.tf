resource "aws_s3_bucket" "source" {
  bucket_prefix = "source-"
}

module "versioning" {
  source = "./versioning"
  bucket = aws_s3_bucket.source.id
}

resource "aws_s3_bucket_replication_configuration" "main" {
  bucket = aws_s3_bucket.source.id
  role   = var.role_arn

  rule {
    status = "Enabled"

    destination {
      bucket = var.replica_arn
    }
  }

  depends_on = [module.versioning]
}

variable "role_arn" {
  type = string
}

variable "replica_arn" {
  type = string
}
