resource "aws_s3_bucket" "optional" {
  count         = var.create ? 1 : 0
  bucket_prefix = "optional-"
}

resource "aws_s3_bucket_versioning" "optional" {
  count = var.create ? 1 : 0

  bucket = aws_s3_bucket.optional[count.index].id

  versioning_configuration {
    status = var.versioned ? "Enabled" : "Suspended"
  }
}

resource "aws_s3_bucket" "team" {
  for_each = { blue = 30, red = 90 }
  bucket   = "example-team-${each.key}"
}

resource "aws_s3_bucket_lifecycle_configuration" "team" {
  for_each = { blue = 30, red = 90 }

  bucket = aws_s3_bucket.team[each.key].id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = each.value
    }
  }
}

variable "create" {
  type = bool
}

variable "versioned" {
  type = bool
}

# Written for Terraform 0.11.
resource "aws_s3_bucket" "older" {
  bucket_prefix = "older-"
}

resource "aws_s3_bucket_versioning" "older" {
  bucket = aws_s3_bucket.older.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "older" {
  bucket = aws_s3_bucket.older.id

  rule {
    id     = "expire"
    status = var.versioned ? "Enabled" : "Disabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }
}
