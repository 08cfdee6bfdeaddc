# Uploads of the users.
resource "aws_s3_bucket" "uploads" {
  bucket_prefix = "uploads-"
}

resource "aws_s3_bucket_public_access_block" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "regional" {
  for_each = toset(["a", "b"])

  bucket_prefix = "regional-${each.key}-"
}

resource "aws_s3_bucket_public_access_block" "regional" {
  for_each = aws_s3_bucket.regional

  bucket = each.value.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

variable "create" {
  type    = bool
  default = true
}

provider "aws" {
  alias  = "replica"
  region = "us-west-2"
}

resource "aws_s3_bucket" "replica" {
  provider = aws.replica
  count    = var.create ? 1 : 0

  bucket_prefix = "replica-"
  acl           = "private"
}

resource "aws_s3_bucket_public_access_block" "replica" {
  provider = aws.replica
  count    = var.create ? 1 : 0

  bucket = aws_s3_bucket.replica[count.index].id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

output "uploads" {
  value = aws_s3_bucket.uploads.id
}
