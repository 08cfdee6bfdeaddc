# Where the database is and who may use it
resource "aws_ssm_parameter" "database_host" {
  name  = "/reports/database/host"
  type  = "String"
  value = "reports.example.com"
}

resource "aws_ssm_parameter" "database_user" {
  name  = "/reports/database/user"
  type  = "String"
  value = "reports"
}
