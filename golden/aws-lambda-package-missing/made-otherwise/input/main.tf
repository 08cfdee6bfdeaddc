resource "aws_lambda_function" "built" {
  function_name = "built"
  role          = var.role_arn
  filename      = "dist/built.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_lambda_function" "scripted" {
  function_name = "scripted"
  role          = var.role_arn
  filename      = "scripted.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"

  depends_on = [terraform_data.package]
}

resource "terraform_data" "package" {
  provisioner "local-exec" {
    command = "zip scripted.zip index.js"
  }
}

resource "aws_lambda_function" "given" {
  function_name = "given"
  role          = var.role_arn
  filename      = var.package
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

data "archive_file" "generated" {
  type        = "zip"
  source_file = local_file.source.filename
  output_path = "generated.zip"
}

resource "local_file" "source" {
  filename = "generated.js"
  content  = "exports.handler = async () => {}"
}

resource "aws_lambda_function" "from_bucket" {
  function_name = "from-bucket"
  role          = var.role_arn
  s3_bucket     = "example-packages"
  s3_key        = "from-bucket.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

variable "role_arn" {
  type = string
}

variable "package" {
  type = string
}
