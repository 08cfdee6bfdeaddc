locals {
  admin = "arn:aws:iam::aws:policy/AdministratorAccess"
}

variable "policy" {
  type    = string
  default = "arn:aws:iam::aws:policy/PowerUserAccess"
}

data "aws_partition" "current" {}

resource "aws_iam_role_policy_attachment" "written" {
  role       = "app"
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
}

resource "aws_iam_user_policy_attachment" "by_local" {
  user       = "ann"
  policy_arn = local.admin
}

resource "aws_iam_group_policy_attachment" "by_default" {
  group      = "team"
  policy_arn = var.policy
}

resource "aws_iam_role_policy_attachment" "by_partition" {
  role       = "app"
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_role_policy_attachment" "each" {
  for_each   = toset(["ReadOnlyAccess", "AdministratorAccess"])
  role       = "app"
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}
