resource "aws_lambda_function" "present" {
  function_name = "present"
  role          = var.role_arn
  filename      = "${path.module}/present.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

module "nested" {
  source   = "./nested"
  role_arn = var.role_arn
}

variable "role_arn" {
  type = string
}
