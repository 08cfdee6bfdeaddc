terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.90"
    }
  }
}

locals {
  runtime = "nodejs14.x"
  shared  = "nodejs12.x"

  functions = {
    orders = { runtime = "nodejs16.x" }
    carts  = { runtime = "nodejs22.x" }
  }
}

variable "runtime" {
  type    = string
  default = "nodejs10.x"
}

variable "given" {
  type    = string
  default = "nodejs10.x"
}

resource "aws_lambda_function" "by_local" {
  function_name = "by-local"
  role          = "arn:aws:iam::123456789012:role/lambda"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1"
  runtime       = local.runtime
}

resource "aws_lambda_function" "by_default" {
  function_name = "by-default"
  role          = "arn:aws:iam::123456789012:role/lambda"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1"
  runtime       = var.runtime
}

# The file of values gives another.
resource "aws_lambda_function" "given" {
  function_name = "given"
  role          = "arn:aws:iam::123456789012:role/lambda"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1"
  runtime       = var.given
}

resource "aws_lambda_function" "each" {
  for_each = local.functions

  function_name = each.key
  role          = "arn:aws:iam::123456789012:role/lambda"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1"
  runtime       = each.value.runtime
}

resource "aws_lambda_function" "one" {
  function_name = "one"
  role          = "arn:aws:iam::123456789012:role/lambda"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1"
  runtime       = local.shared
}

resource "aws_lambda_function" "other" {
  function_name = "other"
  role          = "arn:aws:iam::123456789012:role/lambda"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1"
  runtime       = local.shared
}
