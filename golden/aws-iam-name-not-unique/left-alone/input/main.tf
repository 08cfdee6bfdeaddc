data "aws_caller_identity" "current" {}

locals {
  role_name = "${var.policy_name}-role"
}

variable "policy_name" {
  type    = string
  default = "etl-read"
}

variable "has_ipv6" {
  type    = bool
  default = false
}

variable "teams" {
  type    = set(string)
  default = ["data"]
}

resource "aws_iam_role" "prefixed" {
  name_prefix = "etl-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "glue.amazonaws.com"
        }
      }
    ]
  })
}

resource "aws_iam_role" "from_local" {
  name = local.role_name

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "glue.amazonaws.com"
        }
      }
    ]
  })
}

resource "aws_iam_policy" "from_variable" {
  name   = var.policy_name
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_policy" "of_workspace" {
  name   = "etl-${terraform.workspace}"
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_group" "team" {
  for_each = var.teams
  name     = each.key
}

resource "aws_iam_user" "of_account" {
  name = "etl-${data.aws_caller_identity.current.account_id}"
}

resource "random_id" "etl" {
  byte_length = 4
}

resource "random_pet" "etl" {}

resource "aws_iam_role" "suffixed" {
  name = "etl-${random_id.etl.hex}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "glue.amazonaws.com"
        }
      }
    ]
  })
}

resource "aws_iam_role_policy" "suffixed" {
  name   = "etl-read"
  role   = aws_iam_role.suffixed.id
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_instance_profile" "suffixed" {
  name = "etl-${random_pet.etl.id}"
  role = aws_iam_role.suffixed.name
}

# The Database Migration Service asks for this name.
resource "aws_iam_role" "dms" {
  name = "dms-vpc-role"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "dms.amazonaws.com"
        }
      }
    ]
  })
}

# The network plugin of EKS clusters with IPv6 is given this policy by its name.
resource "aws_iam_policy" "cni_ipv6" {
  count = var.has_ipv6 ? 1 : 0

  name   = "AmazonEKS_CNI_IPv6_Policy"
  policy = data.aws_iam_policy_document.cni_ipv6.json
}

data "aws_iam_policy_document" "cni_ipv6" {
  statement {
    actions   = ["ec2:AssignIpv6Addresses"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::etl/*"]
  }
}
