variable "description" {
  description = "What the parameter is for"
  type        = string
}

resource "aws_ssm_parameter" "days" {
  name        = "/reports/days"
  description = var.description
  type        = "String"
  value       = "30"
}

data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}
