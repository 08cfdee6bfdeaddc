resource "aws_iam_role_policy" "app" {
  role = "app"

  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }]
    Version   = "2008-10-17"
  })
}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "app" {
  user   = "app"
  policy = data.aws_iam_policy_document.app.json
}
