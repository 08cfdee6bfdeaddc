resource "aws_ecs_service" "web" {
  name        = "web"
  cluster     = "main"
  launch_type = "FARGATE"
  # None of these is evident.
  task      = "web"
  deploy    = true
  propagate = var.propagate
}

resource "aws_flow_log" "main" {
  vpc_id       = "vpc-0123456789abcdef0"
  traffic_type = "ALL"
  iam_role     = aws_iam_role.flow_logs.name
}

resource "aws_iam_role" "flow_logs" {
  name_prefix        = "flow-logs-"
  assume_role_policy = "{}"
}

variable "propagate" {}

resource "aws_subnet" "main" {
  vpc_id = "vpc-0123456789abcdef0"
  # No network.
  cidr = "small"
}

resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

  # What it says belongs to another resource.
  dynamic "policy_association" {
    for_each = toset(["arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"])

    content {
      policy_arn = policy_association.value
    }
  }
}
