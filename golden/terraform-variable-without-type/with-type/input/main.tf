variable "name" {
  type    = any
  default = "web"
}

resource "aws_ssm_parameter" "variable" {
  name  = "variable"
  type  = "String"
  value = var.name
}
