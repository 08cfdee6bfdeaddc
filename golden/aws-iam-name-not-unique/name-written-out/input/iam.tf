data "aws_caller_identity" "current" {}

resource "aws_iam_role" "app" {
  name        = "billing-app"
  path        = "/service/"
  description = "What billing-app may do"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "ec2.amazonaws.com"
        }
      }
    ]
  })

  tags = {
    Name = "billing-app"
  }
}

resource "aws_iam_role_policy" "queue" {
  name = "queue"
  role = "billing-app"

  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "iam:PassRole",
          "Resource": "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/service/billing-app"
        }
      ]
    }
  EOT
}

resource "aws_iam_role_policy_attachment" "ssm" {
  role       = "billing-app"
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_policy" "reports" {
  name = "billing-reports"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "arn:aws:s3:::billing-reports/*"
      }
    ]
  })
}

resource "aws_iam_policy_attachment" "reports" {
  name       = "billing-reports"
  roles      = ["billing-app", "audit"]
  users      = ["billing-robot"]
  groups     = ["billing"]
  policy_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/billing-reports"
}

resource "aws_iam_user" "robot" {
  name = "billing-robot"
}

resource "aws_iam_access_key" "robot" {
  user = "billing-robot"
}

resource "aws_iam_group" "billing" {
  name = "billing"
}

resource "aws_iam_user_group_membership" "robot" {
  user   = "billing-robot"
  groups = ["billing"]
}

locals {
  app_role = "billing-app"
}

resource "aws_iam_instance_profile" "app" {
  name = "billing-app"
  role = local.app_role
}
