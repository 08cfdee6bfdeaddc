resource "aws_ssm_parameter" "db" {
  name  = "/app/db/password"
  type  = "SecureString"
  value = "set by hand"

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_ssm_parameter" "stand_in" {
  name  = "/app/other/password"
  type  = "SecureString"
  value = "changeme"
}
