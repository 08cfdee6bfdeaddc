resource "aws_eip" "nat" {
  # In the VPC
  vpc = true # always
}

resource "aws_eip" "classic" {
  vpc = false
}

data "aws_iam_policy_document" "logs" {
  source_json = data.aws_iam_policy_document.base.json
}

data "aws_iam_policy_document" "base" {
}

resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
  is_enabled          = false
}

resource "random_string" "suffix" {
  length = 8
  number = false
}
