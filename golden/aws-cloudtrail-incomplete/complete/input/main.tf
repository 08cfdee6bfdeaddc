variable "validate" {
  type    = bool
  default = false
}

resource "aws_cloudtrail" "main" {
  name                       = "main"
  s3_bucket_name             = "audit-of-the-shop"
  kms_key_id                 = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-4e5f-6789-0abc-def012345678"
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:trail:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::123456789012:role/trail"
  enable_log_file_validation = var.validate
  is_multi_region_trail      = true
}
