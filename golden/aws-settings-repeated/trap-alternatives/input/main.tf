resource "aws_s3_bucket_policy" "strict" {
  count  = var.is_strict ? 1 : 0
  bucket = "logs"
  policy = "{}"
}

resource "aws_s3_bucket_policy" "open" {
  count  = var.is_strict ? 0 : 1
  bucket = "logs"
  policy = "{}"
}

resource "aws_s3_bucket_policy" "elsewhere" {
  provider = aws.replica
  bucket   = "replica"
  policy   = "{}"
}

provider "aws" {
  alias  = "replica"
  region = "eu-west-1"
}

variable "is_strict" {
  type = bool
}
