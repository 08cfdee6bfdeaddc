resource "aws_ssm_parameter" "reports_database" {
  name        = "/reports/database"
  description = "Address of the database for the reports"
  type        = "String"
  value       = "db.example.com"
}
