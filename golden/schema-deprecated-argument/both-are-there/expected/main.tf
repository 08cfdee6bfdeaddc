resource "aws_eip" "nat" {
  # In the VPC
  domain = "vpc" # always
}

resource "aws_eip" "classic" {
}

data "aws_iam_policy_document" "logs" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
}

data "aws_iam_policy_document" "base" {
}

resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
  state               = "DISABLED"
}

resource "random_string" "suffix" {
  length  = 8
  numeric = false
}
