data "archive_file" "resize" {
  type        = "zip"
  output_path = "${path.module}/resize.zip"

  source {
    content  = "exports.topic = '${aws_sns_topic.done.arn}'"
    filename = "index.js"
  }
}

resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = var.role_arn
  filename      = "${path.module}/resize.zip" # made here
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

# This one waits by its hash.
resource "aws_lambda_function" "second" {
  function_name    = "second"
  role             = var.role_arn
  filename         = "${path.module}/./resize.zip"
  source_code_hash = data.archive_file.resize.output_base64sha256
  handler          = "index.second"
  runtime          = "nodejs22.x"
}

resource "aws_sns_topic" "done" {
  name_prefix = "done-"
}

variable "role_arn" {
  type = string
}
