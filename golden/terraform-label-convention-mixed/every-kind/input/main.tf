locals {
  common_tags = { Team = "web" }
  bucketName  = "site"
}

data "aws_caller_identity" "thisAccount" {}

module "log-bucket" {
  source = "./bucket"
  name   = "${local.bucketName}-logs"
  tags   = local.common_tags
}

resource "aws_iam_role" "WebServer" {
  assume_role_policy = "{}"
  tags               = local.common_tags
}

resource "aws_iam_instance_profile" "web-server" {
  role = aws_iam_role.WebServer.name
}

resource "aws_sns_topic" "cost_alerts" {
  name = "cost-alerts"
}

output "account_id" {
  value = data.aws_caller_identity.thisAccount.account_id
}

output "bucket_name" {
  value = module.log-bucket.name
}

resource "aws_sns_topic" "security_alerts" {
  name = "security-alerts"
}
