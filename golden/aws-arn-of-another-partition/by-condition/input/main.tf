variable "is_gov" {
  type    = bool
  default = true
}

provider "aws" {
  region = "us-gov-west-1"
}

locals {
  partitions = {
    gov    = "arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess"
    global = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

data "aws_partition" "current" {}

resource "aws_iam_role_policy_attachment" "read" {
  role       = "web"
  policy_arn = var.is_gov ? "arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess" : "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy_attachment" "ssm" {
  role       = "web"
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_sns_topic" "notes" {
  name_prefix = "notes-"
  tags        = { role = local.partitions["gov"] }
}

resource "aws_iam_policy" "notes" {
  name_prefix = "notes-"
  description = "The counterpart of arn:aws:iam::123456789012:policy/notes"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = "arn:aws-us-gov:sns:us-gov-west-1:123456789012:notes" }]
  })
}
