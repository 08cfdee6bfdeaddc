# What the site serves.
resource "aws_s3_bucket" "site" {
  bucket = "example-site"
  acl    = "private"

  tags = {
    Name = "site"
  }

  # Old pages can be had back.
  versioning {
    enabled = true
  }

  server_side_encryption_configuration {
    rule {
      bucket_key_enabled = true

      apply_server_side_encryption_by_default {
        sse_algorithm     = "aws:kms"
        kms_master_key_id = aws_kms_key.site.arn
      }
    }
  }

  lifecycle_rule {
    enabled = true
    prefix  = "drafts/" # never shown

    abort_incomplete_multipart_upload_days = 7

    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }

    noncurrent_version_expiration {
      days = 90
    }
  }

  lifecycle_rule {
    id      = "uploads"
    enabled = var.expire_uploads

    tags = {
      kind = "upload"
    }

    expiration {
      date = "2030-01-31"
    }
  }

  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["https://www.example.com"]
    max_age_seconds = 3000
  }

  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = ["https://admin.example.com"]
  }

  website {
    index_document = "index.html"
    error_document = "404.html"
  }

  logging {
    target_bucket = aws_s3_bucket.logs.id
  }

  policy = data.aws_iam_policy_document.site.json
}

resource "aws_s3_bucket" "logs" {
  bucket = "example-logs"
  acl    = "log-delivery-write"
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
  value = "http://${aws_s3_bucket.site.website_endpoint}/"
}
