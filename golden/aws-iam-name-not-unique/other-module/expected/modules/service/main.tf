variable "role_name" {
  type = string
}

data "aws_iam_role" "service" {
  name = var.role_name
}

output "role_arn" {
  value = data.aws_iam_role.service.arn
}
