resource "aws_iam_role" "node" {
  name_prefix = "node-"

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
}

# Nothing here tells what a node needs.
resource "aws_iam_role_policy_attachment" "node" {
  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEKSNodePolicy"
}

resource "aws_iam_user_policy_attachment" "robot" {
  user       = "robot"
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecution"
}

resource "aws_iam_group_policy_attachment" "robots" {
  group      = "robots"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadAccess"
}

resource "aws_iam_policy_attachment" "logs" {
  name       = "logs"
  roles      = [aws_iam_role.node.name, "worker"]
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchLogsWrite"
}

# A role of another module: its service is not known here.
resource "aws_iam_role_policy_attachment" "elsewhere" {
  role       = "config"
  policy_arn = "arn:aws:iam::aws:policy/service-role/ConfigRole"
}

# No delivery channel: the bucket is not known.
resource "aws_iam_role" "recorder" {
  name_prefix = "recorder-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "config.amazonaws.com"
        }
      }
    ]
  })
}

resource "aws_iam_role_policy_attachment" "recorder" {
  role       = aws_iam_role.recorder.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/ConfigRole"
}

# Its inline policies are those in it, and no others.
resource "aws_iam_role" "exclusive" {
  name_prefix = "exclusive-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "lambda.amazonaws.com"
        }
      }
    ]
  })

  inline_policy {
    name   = "none"
    policy = jsonencode({ Version = "2012-10-17", Statement = [] })
  }
}

resource "aws_iam_role_policy_attachment" "exclusive" {
  role       = aws_iam_role.exclusive.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecution"
}

# Somebody uses what an inline policy does not have.
resource "aws_iam_role" "shown" {
  name_prefix = "shown-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "lambda.amazonaws.com"
        }
      }
    ]
  })
}

resource "aws_iam_role_policy_attachment" "shown" {
  role       = aws_iam_role.shown.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecution"
}

output "policy_arn" {
  value = aws_iam_role_policy_attachment.shown.policy_arn
}

resource "aws_iam_role" "moved" {
  name_prefix = "moved-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "lambda.amazonaws.com"
        }
      }
    ]
  })
}

resource "aws_iam_role_policy_attachment" "moved" {
  role       = aws_iam_role.moved.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecution"
}

moved {
  from = aws_iam_role_policy_attachment.old
  to   = aws_iam_role_policy_attachment.moved
}
