resource "random_password" "database" {
  length = 16
}

resource "aws_ssm_parameter" "token" {
  name  = "token"
  type  = "SecureString"
  value = random_password.database.result
}

data "aws_ssm_parameter" "other" {
  name = "other"
}

output "database" {
  value = {
    name     = "main"
    password = random_password.database.result
  }
  sensitive = true
}

output "parameter" {
  value     = aws_ssm_parameter.token
  sensitive = true
}

output "other" {
  value     = "token ${data.aws_ssm_parameter.other.value}"
  sensitive = true
}

output "name" {
  value = aws_ssm_parameter.token.name
}

output "length" {
  value = random_password.database.length
}
