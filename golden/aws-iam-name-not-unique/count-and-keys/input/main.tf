locals {
  readers = {
    audit = "eu-west-1"
    sales = "eu-central-1"
  }
}

variable "workers" {
  type    = number
  default = 2
}

resource "aws_iam_role" "worker" {
  count = 2
  name  = "worker-${count.index}"

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

resource "aws_iam_role_policy_attachment" "worker" {
  count      = 2
  role       = "worker-${count.index}"
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"
}

resource "aws_iam_role_policy_attachment" "first_worker" {
  role       = "worker-0"
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSFullAccess"
}

resource "aws_iam_user" "reader" {
  for_each = toset(["audit", "sales"])
  name     = each.key
}

resource "aws_iam_group" "readers" {
  for_each = local.readers
  name     = "${each.key}-readers-${each.value}"
}

resource "aws_iam_group_membership" "audit" {
  name  = "audit"
  group = "audit-readers-eu-west-1"
  users = ["audit"]
}

resource "aws_iam_instance_profile" "workers" {
  count = var.workers
  name  = "workers-${count.index}"
}

resource "aws_iam_role" "optional" {
  count = var.workers > 0 ? 1 : 0
  name  = "optional"

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

# There may be no instance to refer to.
resource "aws_iam_role_policy_attachment" "optional" {
  count      = var.workers
  role       = "optional"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
