data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["dynamodb:*", "logs:*"]
    resources = ["*"]
  }

  statement {
    actions   = ["s3:GetObject", "s3:List*"]
    resources = ["*"]
  }

  dynamic "statement" {
    for_each = ["a", "b"]

    content {
      effect    = "Allow"
      actions   = ["*"]
      resources = ["arn:aws:ec2:::${statement.value}"]
    }
  }
}
