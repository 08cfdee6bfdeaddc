# Address of the database for the reports
resource "aws_ssm_parameter" "reports_database" {
  name        = "/reports/database"
  description = ""
  type        = "String"
  value       = "db.example.com"
}
