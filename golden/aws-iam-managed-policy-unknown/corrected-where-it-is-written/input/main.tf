data "aws_partition" "current" {}

locals {
  with_partition = [
    "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonEKSCNIPolicy",
    "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonEKSWorkerNodePolicy",
  ]
  names = ["AmazonSSMManagdInstanceCore", "ReadOnlyAccess"]
  # Told to somebody, too.
  shown = ["AmazonEKSServicePolic"]
}

variable "registry" {
  type    = string
  default = "arn:aws:iam::aws:policy/AWSEC2ContainerRegistryReadOnly"
}

resource "aws_iam_role" "node" {
  name_prefix        = "node-"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "with_partition" {
  for_each   = toset(local.with_partition)
  role       = aws_iam_role.node.name
  policy_arn = each.value
}

resource "aws_iam_role_policy_attachment" "by_name" {
  count      = length(local.names)
  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::aws:policy/${local.names[count.index]}"
}

resource "aws_iam_role_policy_attachment" "by_default" {
  role       = aws_iam_role.node.name
  policy_arn = var.registry
}

resource "aws_iam_role_policy_attachment" "in_a_map" {
  for_each   = { cluster = "AmazonEKSClusterPolicy", controller = "AmazonEKSVPCResourceControler" }
  role       = aws_iam_role.node.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.value}"
}

resource "aws_iam_role_policy_attachment" "shown" {
  for_each   = toset(local.shown)
  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

# The right one is in the set already.
resource "aws_iam_role_policy_attachment" "both" {
  for_each = toset([
    "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
    "arn:aws:iam::aws:policy/CloudWatchAgentServerPolic",
  ])

  role       = aws_iam_role.node.name
  policy_arn = each.value
}

output "shown" {
  value = local.shown
}
