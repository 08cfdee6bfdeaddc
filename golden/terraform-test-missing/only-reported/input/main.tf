data "aws_eks_cluster" "main" {
  name = "main"
}

resource "aws_ssm_parameter" "ca" {
  name  = "/eks/ca"
  type  = "String"
  value = base64decode(data.aws_eks_cluster.main.certificate_authority[0].data)
}
