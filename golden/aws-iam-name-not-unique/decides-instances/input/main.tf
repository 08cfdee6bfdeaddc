resource "aws_iam_role" "api" {
  name = "api"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "ecs-tasks.amazonaws.com"
        }
      }
    ]
  })
}

resource "aws_iam_role" "jobs" {
  name = "jobs"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "ecs-tasks.amazonaws.com"
        }
      }
    ]
  })
}

locals {
  observed = [aws_iam_role.api.name]
}

# The keys must be known before the apply, and a random suffix is not.
resource "aws_iam_role_policy_attachment" "observed" {
  for_each   = toset(local.observed)
  role       = each.value
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"
}

locals {
  queue_users = ["jobs"]
}

resource "aws_iam_role_policy_attachment" "queues" {
  for_each   = toset(local.queue_users)
  role       = each.value
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSFullAccess"
}
