data "archive_file" "report" {
  type        = "zip"
  source_file = "report/report.py"
  output_path = "${path.module}/report.zip"
}

data "archive_file" "inline" {
  type        = "zip"
  output_path = "inline.zip"

  source {
    content  = "import imp, os\n"
    filename = "inline.py"
  }
}

resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = var.role_arn
  filename      = "${path.module}/report.zip"
  handler       = "report.handler"
  runtime       = "python3.7"

  depends_on = [data.archive_file.report]
}

resource "aws_lambda_function" "inline" {
  function_name = "inline"
  role          = var.role_arn
  filename      = data.archive_file.inline.output_path
  handler       = "inline.handler"
  runtime       = "python3.7"
}

variable "role_arn" {
  type = string
}
