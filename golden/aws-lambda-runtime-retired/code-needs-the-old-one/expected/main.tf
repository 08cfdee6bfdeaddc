data "archive_file" "resize" {
  type        = "zip"
  source_dir  = "${path.module}/resize"
  output_path = "resize.zip"
}

data "archive_file" "clean" {
  type        = "zip"
  source_dir  = "clean"
  output_path = "clean.zip"
}

data "archive_file" "bundled" {
  type        = "zip"
  source_dir  = "bundled"
  output_path = "bundled.zip"
}

resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = var.role_arn
  filename      = data.archive_file.resize.output_path
  handler       = "index.handler"
  runtime       = "nodejs12.x"
}

resource "aws_lambda_function" "clean" {
  function_name = "clean"
  role          = var.role_arn
  filename      = data.archive_file.clean.output_path
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_lambda_function" "bundled" {
  function_name = "bundled"
  role          = var.role_arn
  filename      = data.archive_file.bundled.output_path
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

variable "role_arn" {
  type = string
}
