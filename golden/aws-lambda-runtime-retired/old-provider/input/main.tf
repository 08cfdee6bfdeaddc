resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = var.role_arn
  filename      = "resize.zip"
  handler       = "index.handler"
  runtime       = "nodejs12.x"
}

variable "role_arn" {
  type = string
}
