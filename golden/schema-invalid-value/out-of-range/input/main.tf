variable "groups" {
  type = list(string)
}

resource "aws_iam_role" "short" {
  name                 = "short"
  max_session_duration = 900
  assume_role_policy   = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role" "long" {
  name                 = "long"
  max_session_duration = "86400"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_lambda_function" "web" {
  function_name = "web"
  role          = aws_iam_role.short.arn
  filename      = "web.zip"
  handler       = "web.handler"
  runtime       = "python3.13"
  memory_size   = 64
  architectures = ["arm64", "x86_64"]

  ephemeral_storage {
    size = 256 * 1
  }
}

resource "aws_mwaa_environment" "jobs" {
  name               = "jobs"
  dag_s3_path        = "dags"
  execution_role_arn = aws_iam_role.long.arn
  source_bucket_arn  = "arn:aws:s3:::jobs-111122223333"

  network_configuration {
    security_group_ids = var.groups
    subnet_ids         = ["subnet-0123456789abcdef0"]
  }
}
