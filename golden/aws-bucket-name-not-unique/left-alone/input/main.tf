variable "name" {
  type    = string
  default = "shop-store"
}

data "aws_caller_identity" "current" {}

locals {
  prefix = "${data.aws_caller_identity.current.account_id}-shop"
}

resource "aws_s3_bucket" "generated" {
}

resource "aws_s3_bucket" "by_prefix" {
  bucket_prefix = "shop-"
}

resource "aws_s3_bucket" "told" {
  bucket = var.name
}

resource "aws_s3_bucket" "of_the_account" {
  bucket = "${local.prefix}-logs"
}

resource "aws_s3_bucket" "numbered" {
  bucket = "shop-logs-123456789012"
}

resource "aws_s3_bucket" "website" {
  bucket = "www.example.com"
}

resource "aws_s3_bucket" "workspace" {
  bucket = "shop-${terraform.workspace}"
}

resource "aws_s3_bucket" "suffixed" {
  bucket = "shop-${random_id.suffix.hex}"
}

resource "random_id" "suffix" {
  byte_length = 4
}

resource "aws_cognito_user_pool_domain" "own" {
  domain          = "login.example.com"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/abc"
  user_pool_id    = "eu-west-1_abc"
}
