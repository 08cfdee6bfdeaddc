data "aws_caller_identity" "current" {}

resource "aws_iam_role" "app" {
  name        = "billing-app-${random_id.app_suffix.hex}"
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

resource "random_id" "app_suffix" {
  byte_length = 4
}

resource "aws_iam_role_policy" "queue" {
  name = "queue-${random_id.app_suffix.hex}"
  role = aws_iam_role.app.name

  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "iam:PassRole",
          "Resource": "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/service/${aws_iam_role.app.name}"
        }
      ]
    }
  EOT
}

resource "aws_iam_role_policy_attachment" "ssm" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_policy" "reports" {
  name = "billing-reports-${random_id.reports_suffix.hex}"

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

resource "random_id" "reports_suffix" {
  byte_length = 4
}

resource "aws_iam_policy_attachment" "reports" {
  name       = "billing-reports"
  roles      = [aws_iam_role.app.name, "audit"]
  users      = [aws_iam_user.robot.name]
  groups     = [aws_iam_group.billing.name]
  policy_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/${aws_iam_policy.reports.name}"
}

resource "aws_iam_user" "robot" {
  name = "billing-robot-${random_id.robot_suffix.hex}"
}

resource "random_id" "robot_suffix" {
  byte_length = 4
}

resource "aws_iam_access_key" "robot" {
  user = aws_iam_user.robot.name
}

resource "aws_iam_group" "billing" {
  name = "billing-${random_id.billing_suffix.hex}"
}

resource "random_id" "billing_suffix" {
  byte_length = 4
}

resource "aws_iam_user_group_membership" "robot" {
  user   = aws_iam_user.robot.name
  groups = [aws_iam_group.billing.name]
}

locals {
  app_role = aws_iam_role.app.name
}

resource "aws_iam_instance_profile" "app" {
  name = "billing-app-${random_id.app_instance_profile_suffix.hex}"
  role = local.app_role
}

resource "random_id" "app_instance_profile_suffix" {
  byte_length = 4
}
