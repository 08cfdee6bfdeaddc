locals {
  runtime = "python3.6"
}

resource "aws_lambda_function" "from_local" {
  function_name = "from-local"
  role          = var.role_arn
  filename      = "report.zip"
  handler       = "report.handler"
  runtime       = local.runtime
}

resource "aws_lambda_function" "still_accepted" {
  function_name = "still-accepted"
  role          = var.role_arn
  filename      = "report.zip"
  handler       = "report.handler"
  runtime       = "python3.9"
}

resource "aws_lambda_function" "go" {
  function_name = "go"
  role          = var.role_arn
  filename      = "proxy.zip"
  handler       = "main"
  runtime       = "go1.x"
}

resource "aws_lambda_function" "python2" {
  function_name = "python2"
  role          = var.role_arn
  filename      = "old.zip"
  handler       = "old.handler"
  runtime       = "python2.7"
}

resource "aws_lambda_function" "dotnet" {
  function_name = "dotnet"
  role          = var.role_arn
  filename      = "old.zip"
  handler       = "Old::Old.Function::Handle"
  runtime       = "dotnetcore3.1"
}

variable "role_arn" {
  type = string
}

output "runtime" {
  value = local.runtime
}
