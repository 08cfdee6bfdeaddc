locals {
  common_tags = { Team = "web" }
  bucket_name = "site"
}

data "aws_caller_identity" "this_account" {}

module "log_bucket" {
  source = "./bucket"
  name   = "${local.bucket_name}-logs"
  tags   = local.common_tags
}

moved {
  from = module.log-bucket
  to   = module.log_bucket
}

resource "aws_iam_role" "web_server" {
  assume_role_policy = "{}"
  tags               = local.common_tags
}

moved {
  from = aws_iam_role.WebServer
  to   = aws_iam_role.web_server
}

resource "aws_iam_instance_profile" "web_server" {
  role = aws_iam_role.web_server.name
}

moved {
  from = aws_iam_instance_profile.web-server
  to   = aws_iam_instance_profile.web_server
}

resource "aws_sns_topic" "cost_alerts" {
  name = "cost-alerts"
}

output "account_id" {
  value = data.aws_caller_identity.this_account.account_id
}

output "bucket_name" {
  value = module.log_bucket.name
}

resource "aws_sns_topic" "security_alerts" {
  name = "security-alerts"
}
