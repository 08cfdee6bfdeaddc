variable "name" {
  type        = string
  description = "What the function is called."
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  role          = "arn:aws:iam::123456789012:role/functions"
  filename      = "function.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

output "name" {
  description = "The name of the function."
  value       = aws_lambda_function.this.function_name
}
