# Terraform runs in the folder above.
resource "aws_lambda_function" "present" {
  function_name = "nested"
  role          = var.role_arn
  filename      = "present.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

variable "role_arn" {
  type = string
}
