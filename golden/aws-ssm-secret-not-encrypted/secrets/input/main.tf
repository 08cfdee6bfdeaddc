resource "random_password" "db" {
  length = 32
}

variable "license" {
  type      = string
  sensitive = true
}

variable "stage" {
  type = string
}

resource "aws_ssm_parameter" "db" {
  name        = "/shop/database"
  description = "The master password"
  type        = "String" # encrypt?
  value       = random_password.db.result
}

resource "aws_ssm_parameter" "license" {
  name  = "/shop/license"
  type  = "String"
  value = var.license
}

resource "aws_ssm_parameter" "payment" {
  name           = "/shop/${var.stage}/payment-api-key"
  type           = "String"
  insecure_value = "to be set"
}

resource "aws_ssm_parameter" "url" {
  name  = "/shop/db/url"
  type  = "String"
  value = "postgres://shop:${random_password.db.result}@db.shop.internal/shop"
}
