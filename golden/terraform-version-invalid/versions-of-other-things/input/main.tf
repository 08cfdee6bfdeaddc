variable "provider_version" {
  type    = string
  default = "latest"
}

resource "aws_eks_cluster" "one" {
  name     = "one"
  version  = "latest"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

module "network" {
  source  = "example/network/aws"
  version = var.provider_version
}
