resource "aws_iam_role_policy" "app" {
  role = "app"

  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "s3:GetObject",
          "Resource": "arn:aws:s3:::home/*"
        }
      ]
    }
  JSON
}

resource "aws_iam_user_policy" "app" {
  user   = "app"
  policy = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}]}"
}

resource "aws_iam_group_policy" "app" {
  group  = "app"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
}

resource "aws_iam_policy" "app" {
  name_prefix = "app-"
  policy      = local.policy
}

locals {
  policy = jsonencode({
    Version = "2012-10-17"
    # What the application may read.
    Statement = {
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "*"
    }
  })
}
