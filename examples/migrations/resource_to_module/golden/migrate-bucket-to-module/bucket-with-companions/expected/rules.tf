resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = module.logs.name

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = 90
    }
  }

  # Rules for old versions need versioning.
  depends_on = [module.logs]
}

data "aws_iam_policy_document" "write" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["${module.logs.arn}/*"]
  }
}

resource "aws_iam_policy" "write" {
  name   = "write-${module.logs.name}"
  policy = data.aws_iam_policy_document.write.json
}

output "logs" {
  description = "Where logs are."
  value       = module.logs.domain_name
}
