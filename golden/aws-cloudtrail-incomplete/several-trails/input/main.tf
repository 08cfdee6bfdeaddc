variable "key" {
  type = string
}

provider "aws" {
  alias  = "london"
  region = "eu-west-2"
}

resource "aws_cloudtrail" "home" {
  name                          = "home"
  s3_bucket_name                = "audit-of-the-shop"
  kms_key_id                    = var.key
  enable_log_file_validation    = false
  include_global_service_events = true
}

resource "aws_cloudtrail" "london" {
  provider = aws.london

  name                       = "london"
  s3_bucket_name             = "audit-of-the-shop"
  kms_key_id                 = var.key
  enable_log_file_validation = true
  enable_logging             = false
}
