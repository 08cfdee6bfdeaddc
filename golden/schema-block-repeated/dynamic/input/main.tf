variable "is_versioned" {
  type = bool
}

# One of the two is made.
resource "aws_s3_bucket_versioning" "logs" {
  bucket = "logs"

  dynamic "versioning_configuration" {
    for_each = var.is_versioned ? [1] : []
    content {
      status = "Enabled"
    }
  }

  dynamic "versioning_configuration" {
    for_each = var.is_versioned ? [] : [1]
    content {
      status = "Suspended"
    }
  }
}
