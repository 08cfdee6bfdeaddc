resource "aws_iam_role_policy" "worker" {
  name = "worker"
  role = aws_iam_role.worker.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["*"]
        Resource = "*"
      },
      {
        Effect   = "Deny"
        Action   = "*"
        Resource = "arn:aws:s3:::audit/*"
      },
    ]
  })
}

resource "aws_iam_role" "worker" {
  name_prefix = "worker-"

  assume_role_policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "sts:AssumeRole",
          "Principal": {"Service": "ec2.amazonaws.com"}
        }
      ]
    }
  EOT
}
