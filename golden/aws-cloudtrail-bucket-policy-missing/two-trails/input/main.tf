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

resource "aws_cloudtrail" "events" {
  provider       = aws.audit
  name           = "events"
  s3_bucket_name = aws_s3_bucket.trail.bucket
}

resource "aws_cloudtrail" "data" {
  provider       = aws.audit
  name           = var.name
  s3_bucket_name = aws_s3_bucket.trail.bucket

  depends_on = [aws_s3_bucket.trail]
}

variable "name" {
  type = string
}
