resource "aws_lambda_function" "supported" {
  function_name = "supported"
  role          = var.role_arn
  filename      = "resize.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_lambda_function" "of_variable" {
  function_name = "of-variable"
  role          = var.role_arn
  filename      = "resize.zip"
  handler       = "index.handler"
  runtime       = var.runtime
}

resource "aws_lambda_function" "image" {
  function_name = "image"
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = var.image
}

resource "aws_lambda_layer_version" "helpers" {
  layer_name          = "helpers"
  filename            = "helpers.zip"
  compatible_runtimes = ["nodejs12.x", "nodejs22.x"]
}

variable "role_arn" {
  type = string
}

variable "runtime" {
  type = string
}

variable "image" {
  type = string
}
