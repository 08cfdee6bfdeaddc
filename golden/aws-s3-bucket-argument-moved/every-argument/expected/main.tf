# What the site serves.
resource "aws_s3_bucket" "site" {
  bucket = "example-site"

  tags = {
    Name = "site"
  }
}

resource "aws_s3_bucket_versioning" "site" {
  bucket = aws_s3_bucket.site.id

  # Old pages can be had back.
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "site" {
  bucket = aws_s3_bucket.site.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.site.arn
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "site" {
  bucket = aws_s3_bucket.site.id

  rule {
    id     = "rule-1"
    status = "Enabled"

    # never shown
    filter {
      prefix = "drafts/"
    }

    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }

    noncurrent_version_expiration {
      noncurrent_days = 90
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  rule {
    id     = "uploads"
    status = var.expire_uploads ? "Enabled" : "Disabled"

    filter {
      tag {
        key   = "kind"
        value = "upload"
      }
    }

    expiration {
      date = "2030-01-31T00:00:00Z"
    }
  }
}

resource "aws_s3_bucket_cors_configuration" "site" {
  bucket = aws_s3_bucket.site.id

  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["https://www.example.com"]
    max_age_seconds = 3000
  }

  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = ["https://admin.example.com"]
  }
}

resource "aws_s3_bucket_website_configuration" "site" {
  bucket = aws_s3_bucket.site.id

  index_document {
    suffix = "index.html"
  }

  error_document {
    key = "404.html"
  }
}

resource "aws_s3_bucket_logging" "site" {
  bucket        = aws_s3_bucket.site.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = ""

  depends_on = [aws_s3_bucket_acl.logs]
}

resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.site.id
  policy = data.aws_iam_policy_document.site.json
}

resource "aws_s3_bucket" "logs" {
  bucket = "example-logs"
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id
  acl    = "log-delivery-write"

  depends_on = [aws_s3_bucket_ownership_controls.logs]
}

resource "aws_kms_key" "site" {
  description = "site"
}

data "aws_iam_policy_document" "site" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::example-site/*"]

    principals {
      type        = "AWS"
      identifiers = [var.reader_arn]
    }
  }
}

variable "expire_uploads" {
  type = bool
}

variable "reader_arn" {
  type = string
}

output "website" {
  value = "http://${aws_s3_bucket_website_configuration.site.website_endpoint}/"
}
