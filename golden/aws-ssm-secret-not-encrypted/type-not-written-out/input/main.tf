locals {
  type = "String"
}

resource "aws_ssm_parameter" "db_password" {
  name  = "/shop/db/password"
  type  = local.type
  value = "changed later"
}

resource "aws_ssm_parameter" "passwords" {
  name  = "/shop/db/password"
  type  = "StringList"
  value = "one,two"
}

resource "aws_ssm_parameter" "token" {
  name           = "/shop/auth-token"
  type           = "String"
  insecure_value = "to be set"
}

output "token" {
  value = aws_ssm_parameter.token.insecure_value
}
