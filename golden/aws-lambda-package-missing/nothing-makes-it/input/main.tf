resource "aws_lambda_function" "report" {
  function_name    = "report"
  role             = var.role_arn
  filename         = "report.zip"
  source_code_hash = filebase64sha256("report.zip")
  handler          = "report.handler"
  runtime          = "python3.12"
}

data "archive_file" "other" {
  type        = "zip"
  source_file = "${path.module}/other.py"
  output_path = "${path.module}/other.zip"
}

data "archive_file" "library" {
  type        = "zip"
  source_dir  = "${path.module}/library"
  output_path = "${path.module}/library.zip"
}

resource "aws_lambda_layer_version" "library" {
  layer_name = "library"
  filename   = data.archive_file.library.output_path
}

variable "role_arn" {
  type = string
}
