resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = 90
    }
  }

  # Rules for old versions need versioning.
  depends_on = [aws_s3_bucket_versioning.logs]
}

data "aws_iam_policy_document" "write" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.logs.arn}/*"]
  }
}

resource "aws_iam_policy" "write" {
  name   = "write-${aws_s3_bucket.logs.bucket}"
  policy = data.aws_iam_policy_document.write.json
}

output "logs" {
  description = "Where logs are."
  value       = aws_s3_bucket.logs.bucket_domain_name
}
