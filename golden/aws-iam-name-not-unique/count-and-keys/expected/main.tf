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
  name  = "worker-${count.index}-${random_id.worker_suffix[count.index].hex}"

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

resource "random_id" "worker_suffix" {
  count       = 2
  byte_length = 4
}

resource "aws_iam_role_policy_attachment" "worker" {
  count      = 2
  role       = aws_iam_role.worker[count.index].name
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"
}

resource "aws_iam_role_policy_attachment" "first_worker" {
  role       = aws_iam_role.worker[0].name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSFullAccess"
}

resource "aws_iam_user" "reader" {
  for_each = toset(["audit", "sales"])
  name     = "${each.key}-${random_id.reader_suffix.hex}"
}

resource "random_id" "reader_suffix" {
  byte_length = 4
}

resource "aws_iam_group" "readers" {
  for_each = local.readers
  name     = "${each.key}-readers-${each.value}-${random_id.readers_suffix.hex}"
}

resource "random_id" "readers_suffix" {
  byte_length = 4
}

resource "aws_iam_group_membership" "audit" {
  name  = "audit"
  group = aws_iam_group.readers["audit"].name
  users = [aws_iam_user.reader["audit"].name]
}

resource "aws_iam_instance_profile" "workers" {
  count = var.workers
  name  = "workers-${count.index}-${random_id.workers_suffix[count.index].hex}"
}

resource "random_id" "workers_suffix" {
  count       = var.workers
  byte_length = 4
}

resource "aws_iam_role" "optional" {
  count = var.workers > 0 ? 1 : 0
  name  = "optional-${random_id.optional_suffix.hex}"

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

resource "random_id" "optional_suffix" {
  byte_length = 4
}

# There may be no instance to refer to.
resource "aws_iam_role_policy_attachment" "optional" {
  count      = var.workers
  role       = "optional-${random_id.optional_suffix.hex}"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
