resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

output "security_group" {
  value = aws_eks_cluster.main.vpc_config[0].cluster_security_group_id
}

output "vpc" {
  value = aws_eks_cluster.main.vpc_config[0].vpc_id
}

output "certificate" {
  value = aws_eks_cluster.main.certificate_authority.data
}

output "team" {
  value = aws_eks_cluster.main.tags.Team
}
