variable "function_zipfile" {}

variable "memory" {}

variable "template" {}

resource "aws_lambda_function" "app" {
  function_name    = "app"
  role             = "arn:aws:iam::123456789012:role/app"
  filename         = "${var.function_zipfile}"
  source_code_hash = "${base64sha256(file("${var.function_zipfile}"))}"
  handler          = "index.handler"
  runtime          = "nodejs22.x"
  memory_size      = "${var.memory}"
}

output "text" {
  value = templatefile(var.template, {})
}
