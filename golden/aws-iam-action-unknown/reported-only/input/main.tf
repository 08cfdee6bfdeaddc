resource "aws_iam_user_policy" "app" {
  user = "app"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = [
          "cloudwatchlogs:PutLogEvents",
          "elasticcomputecloud:RunInstances",
          "GetObject",
          "s3:Fetch*",
          "dynamodb:GetItm",
          "s3:ListObjects",
          "s3:ListBucket",
        ]
        Resource = "*"
      },
      {
        Effect    = "Deny"
        NotAction = "iam:ChangePasswords*"
        Resource  = "*"
      },
    ]
  })
}
