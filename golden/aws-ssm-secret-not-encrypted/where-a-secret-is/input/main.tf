resource "aws_secretsmanager_secret" "db" {
  name_prefix = "db-"
}

resource "tls_private_key" "host" {
  algorithm = "ED25519"
}

variable "length" {
  type    = number
  default = 32
}

resource "aws_ssm_parameter" "secret_arn" {
  name  = "/shop/db/password"
  type  = "String"
  value = aws_secretsmanager_secret.db.arn
}

resource "aws_ssm_parameter" "password_length" {
  name  = "/shop/db/password_length"
  type  = "String"
  value = var.length
}

resource "aws_ssm_parameter" "public_key" {
  name  = "/shop/host/public-key"
  type  = "String"
  value = tls_private_key.host.public_key_openssh
}

resource "aws_ssm_parameter" "path" {
  name  = "/shop/api_key"
  type  = "String"
  value = "/shared/api_key"
}
