resource "aws_s3_bucket" "trail" {
  bucket_prefix = "trail-"
}

resource "aws_s3_bucket_policy" "trail" {
  bucket = aws_s3_bucket.trail.id
  policy = data.aws_iam_policy_document.trail.json
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = aws_s3_bucket.trail.id
  s3_key_prefix  = var.prefix

  depends_on = [aws_s3_bucket_policy.trail]
}

data "aws_iam_policy_document" "trail" {
  statement {
    actions   = ["s3:Get*", "s3:Put*"]
    resources = [aws_s3_bucket.trail.arn, "${aws_s3_bucket.trail.arn}/${var.prefix}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
  }
}

variable "prefix" {
  type    = string
  default = "audit"
}
