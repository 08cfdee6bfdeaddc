resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = var.role_arn
  filename      = "report.zip"
  handler       = "report.handler"
  runtime       = "python3.11"
}

variable "role_arn" {
  type = string
}
