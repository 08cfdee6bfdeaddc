resource "aws_s3_bucket" "public" {
  bucket = "example-public"
  acl    = "public-read"
}

resource "aws_s3_bucket" "any" {
  bucket = "example-any"
  acl    = var.acl
}

resource "aws_s3_bucket" "deletes_with_mfa" {
  bucket = "example-mfa"

  versioning {
    enabled    = true
    mfa_delete = true
  }
}

resource "aws_s3_bucket" "dynamic" {
  bucket = "example-dynamic"

  dynamic "logging" {
    for_each = var.log_bucket == null ? [] : [var.log_bucket]

    content {
      target_bucket = logging.value
    }
  }
}

resource "aws_s3_bucket" "twice" {
  bucket = "example-twice"

  versioning {
    enabled = true
  }
}

resource "aws_s3_bucket_versioning" "elsewhere" {
  bucket = aws_s3_bucket.twice.id

  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket" "read" {
  bucket = "example-read"

  versioning {
    enabled = true
  }
}

output "versioned" {
  value = aws_s3_bucket.read.versioning[0].enabled
}

resource "aws_s3_bucket" "ignored" {
  bucket = "example-ignored"

  lifecycle_rule {
    enabled = true
    tags    = var.tags

    expiration {
      days = 30
    }
  }

  versioning {
    enabled = true
  }

  lifecycle {
    ignore_changes = [versioning]
  }
}

variable "acl" {
  type = string
}

variable "log_bucket" {
  type    = string
  default = null
}

variable "tags" {
  type = map(string)
}
