data "aws_partition" "current" {}

locals {
  arns  = ["arn:${data.aws_partition.current.partition}:iam::aws:policy/ReadOnlyAccess"]
  names = { a = "AmazonEKS_CNI_Policy", b = "service-role/AWS_ConfigRole" }
}

variable "more" {
  type    = list(string)
  default = []
}

resource "aws_iam_role" "node" {
  name_prefix        = "node-"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "listed" {
  for_each   = toset(concat(local.arns, var.more))
  role       = aws_iam_role.node.name
  policy_arn = each.value
}

resource "aws_iam_role_policy_attachment" "named" {
  for_each   = local.names
  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

resource "aws_iam_role_policy_attachment" "formatted" {
  role       = aws_iam_role.node.name
  policy_arn = format("arn:aws:iam::aws:policy/%s", "ReadOnlyAccess")
}

# A policy of the account's own.
resource "aws_iam_role_policy_attachment" "own" {
  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::123456789012:policy/ConfigRole"
}
