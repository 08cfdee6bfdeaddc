resource "random_password" "db" {
  length = 32
}

resource "aws_ssm_parameter" "db_password" {
  name  = "/shop/db/password"
  type  = "SecureString"
  value = random_password.db.result
}

resource "aws_ssm_parameter" "endpoint" {
  name  = "/shop/db/endpoint"
  type  = "String"
  value = "db.shop.internal"
}

resource "aws_ssm_parameter" "user" {
  name  = "/shop/db/connection"
  type  = "String"
  value = "length ${length(random_password.db.result)}"
}
