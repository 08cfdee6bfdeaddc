resource "aws_iam_role" "cluster" {
  name_prefix        = "cluster-"
  assume_role_policy = file("${path.module}/trust.json")
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.cluster.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"
}

resource "aws_iam_role_policy_attachment" "cluster_logs" {
  role       = aws_iam_role.cluster.name
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
}

resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids = var.subnet_ids
  }

  depends_on = [aws_iam_role_policy_attachment.cluster]
}

resource "aws_iam_role" "nodes" {
  name_prefix        = "nodes-"
  assume_role_policy = file("${path.module}/trust.json")
}

locals {
  node_policies = ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"]
}

resource "aws_iam_role_policy_attachment" "nodes" {
  for_each = toset(local.node_policies)

  role       = aws_iam_role.nodes.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

resource "aws_eks_node_group" "shop" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.nodes.arn
  subnet_ids    = var.subnet_ids

  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 2
  }

  depends_on = [aws_iam_role_policy_attachment.nodes]
}

data "aws_iam_policy_document" "network" {
  statement {
    actions   = ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "network" {
  name_prefix = "network-"
  policy      = data.aws_iam_policy_document.network.json
}

resource "aws_iam_role" "function" {
  name_prefix        = "function-"
  assume_role_policy = file("${path.module}/trust.json")
}

resource "aws_iam_role_policy_attachment" "function" {
  role       = aws_iam_role.function.name
  policy_arn = aws_iam_policy.network.arn
}

resource "aws_lambda_function" "inside" {
  function_name = "inside"
  role          = aws_iam_role.function.arn
  package_type  = "Image"
  image_uri     = var.image

  vpc_config {
    subnet_ids         = var.subnet_ids
    security_group_ids = var.group_ids
  }

  depends_on = [aws_iam_role_policy_attachment.function]
}

# A function outside of VPCs needs no network interfaces.
resource "aws_lambda_function" "outside" {
  function_name = "outside"
  role          = aws_iam_role.function.arn
  package_type  = "Image"
  image_uri     = var.image
}

variable "subnet_ids" {
  type = list(string)
}

variable "group_ids" {
  type = list(string)
}

variable "image" {
  type = string
}
