resource "aws_s3_bucket" "optional" {
  count         = var.create ? 1 : 0
  bucket_prefix = "optional-"

  versioning {
    enabled = var.versioned
  }
}

resource "aws_s3_bucket" "team" {
  for_each = { blue = 30, red = 90 }
  bucket   = "example-team-${each.key}"
  acl      = "private"

  lifecycle_rule {
    id      = "expire"
    enabled = true

    expiration {
      days = each.value
    }
  }

  versioning {
    enabled = false
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

  versioning {
    enabled = "true"
  }

  lifecycle_rule {
    id      = "expire"
    enabled = "${var.versioned}"

    noncurrent_version_expiration {
      days = 30
    }
  }
}
