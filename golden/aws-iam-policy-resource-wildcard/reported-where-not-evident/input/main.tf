resource "aws_secretsmanager_secret" "db" {
  name_prefix = "db-"
}

resource "aws_iam_user_policy" "app" {
  user = "app"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "secretsmanager:GetSecretValue"
      Resource = "*"
    }]
  })
}
