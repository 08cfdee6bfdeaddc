provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "audit"
  region = "eu-central-1"
}

data "aws_region" "current" {}

resource "aws_s3_bucket" "trail" {
  provider      = aws.audit
  bucket_prefix = "trail-"
}

data "aws_iam_policy_document" "trail" {
  statement {
    sid       = "AWSCloudTrailAclCheck"
    actions   = ["s3:GetBucketAcl"]
    resources = [aws_s3_bucket.trail.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values = [
        "arn:${data.aws_partition.current.partition}:cloudtrail:${data.aws_region.events.id}:${data.aws_caller_identity.current.account_id}:trail/events",
        "arn:${data.aws_partition.current.partition}:cloudtrail:${data.aws_region.events.id}:${data.aws_caller_identity.current.account_id}:trail/${var.name}"
      ]
    }
  }

  statement {
    sid       = "AWSCloudTrailWrite"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.trail.arn}/AWSLogs/${data.aws_caller_identity.current.account_id}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values = [
        "arn:${data.aws_partition.current.partition}:cloudtrail:${data.aws_region.events.id}:${data.aws_caller_identity.current.account_id}:trail/events",
        "arn:${data.aws_partition.current.partition}:cloudtrail:${data.aws_region.events.id}:${data.aws_caller_identity.current.account_id}:trail/${var.name}"
      ]
    }
  }
}

resource "aws_s3_bucket_policy" "trail" {
  provider = aws.audit

  bucket = aws_s3_bucket.trail.id
  policy = data.aws_iam_policy_document.trail.json
}

resource "aws_cloudtrail" "events" {
  provider       = aws.audit
  name           = "events"
  s3_bucket_name = aws_s3_bucket.trail.bucket

  depends_on = [aws_s3_bucket_policy.trail]
}

data "aws_caller_identity" "current" {
  provider = aws.audit
}

data "aws_region" "events" {
  provider = aws.audit
}

data "aws_partition" "current" {
  provider = aws.audit
}

resource "aws_cloudtrail" "data" {
  provider       = aws.audit
  name           = var.name
  s3_bucket_name = aws_s3_bucket.trail.bucket

  depends_on = [aws_s3_bucket.trail, aws_s3_bucket_policy.trail]
}

variable "name" {
  type = string
}
