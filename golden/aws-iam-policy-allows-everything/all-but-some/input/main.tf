data "aws_iam_policy_document" "app" {
  statement {
    not_actions = ["iam:*"]
    resources   = ["*"]
  }

  statement {
    actions       = ["s3:GetObject"]
    not_resources = ["arn:aws:s3:::secret/*"]
  }
}

resource "aws_iam_role_policy" "app" {
  role = "app"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        NotAction = ["organizations:*"]
        Resource  = "*"
      },
      {
        Effect    = "Deny"
        NotAction = ["sts:*"]
        Resource  = "*"
      },
    ]
  })
}
