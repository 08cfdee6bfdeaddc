resource "aws_ssm_parameter" "name" {
  name  = "/app/name"
  type  = "string"
  value = "app"
}
