resource "aws_iam_role" "app" {
  name_prefix = "app-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ec2.amazonaws.com" }
        Resource  = "*"
      },
      {
        Effect = "Allow"
        Action = "sts:AssumeRole"
      },
    ]
  })
}

resource "aws_iam_role_policy" "app" {
  role   = aws_iam_role.app.id
  policy = data.aws_iam_policy_document.app.json
}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }

  statement {
    actions = ["s3:ListBucket"]
  }
}

resource "aws_iam_user_policy" "app" {
  user = "app"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Action = "s3:GetObject", Resource = "*" },
      { Effect = "Allow", Resource = "*" },
      { Effect = "Permit", Action = "s3:GetObject", Resource = "*" },
    ]
  })
}
