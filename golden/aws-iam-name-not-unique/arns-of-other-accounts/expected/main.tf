provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["123456789012"]
}

data "aws_caller_identity" "here" {}

variable "account_id" {
  type        = string
  description = "Account of the auditors"
}

locals {
  account_ids = ["111111111111", "222222222222"]
  here        = data.aws_caller_identity.here.account_id
  principals  = [for id in local.account_ids : "arn:aws:iam::${id}:role/prod-list"]
}

resource "aws_iam_role" "list" {
  name               = "prod-list"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role" "variable" {
  name               = "prod-variable"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role" "star" {
  name               = "prod-star"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role" "own" {
  name               = "prod-own-${random_id.own_suffix.hex}"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "random_id" "own_suffix" {
  byte_length = 4
}

resource "aws_sns_topic" "all" {
  name_prefix = "all-"
  policy = jsonencode({
    Principal = {
      AWS = concat(local.principals, [
        "arn:aws:iam::${var.account_id}:role/prod-variable",
        "arn:aws:iam::*:role/prod-star",
        "arn:aws:iam::${local.here}:role/${aws_iam_role.own.name}",
        "arn:aws:iam::123456789012:role/${aws_iam_role.own.name}",
        "arn:aws:iam::333333333333:role/prod-own"
      ])
    }
  })
}
