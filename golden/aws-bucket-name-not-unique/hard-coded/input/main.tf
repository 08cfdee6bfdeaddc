locals {
  project = "shop"
}

resource "aws_s3_bucket" "logs" {
  bucket = "my-app-logs"
}

resource "aws_s3_bucket" "assets" {
  bucket = "${local.project}-assets"
}

resource "aws_s3_bucket" "regions" {
  for_each = toset(["east", "west"])

  bucket = "${local.project}-${each.key}"
}

resource "aws_cognito_user_pool_domain" "login" {
  domain       = format("%s-login", local.project)
  user_pool_id = "eu-west-1_abc"
}
