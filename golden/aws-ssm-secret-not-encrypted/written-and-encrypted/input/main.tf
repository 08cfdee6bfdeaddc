resource "aws_ssm_parameter" "written" {
  name  = "/app/db/password"
  type  = "SecureString"
  value = "hunter2-hunter2"
}

resource "aws_ssm_parameter" "by_local" {
  name  = "/app/other/password"
  type  = "SecureString"
  value = local.secret
}

locals {
  secret = "s3cr3t-s3cr3t"
}
