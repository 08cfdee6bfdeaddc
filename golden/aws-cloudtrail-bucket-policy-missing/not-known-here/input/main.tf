# A module sets the policy.
resource "aws_s3_bucket" "kept_elsewhere" {
  bucket_prefix = "elsewhere-"
}

module "policy" {
  source = "./policy"
  bucket = aws_s3_bucket.kept_elsewhere.id
  policy = var.policy
}

resource "aws_cloudtrail" "kept_elsewhere" {
  name           = "elsewhere"
  s3_bucket_name = aws_s3_bucket.kept_elsewhere.id
}

resource "aws_cloudtrail" "given" {
  name           = "given"
  s3_bucket_name = var.bucket
}

variable "bucket" {
  type = string
}

variable "policy" {
  type = string
}
