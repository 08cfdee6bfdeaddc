# Address of the database
# that the reports read from
resource "aws_ssm_parameter" "database_address" {
  name  = "/reports/database"
  type  = "String"
  value = "reports.example.com"
}

// Days that reports are kept; the "archive" job reads it
resource "aws_ssm_parameter" "report_days" {
  for_each = toset(["dev", "prod"])

  name  = "/${each.key}/reports/days" # also read by the archive
  type  = "String"
  value = "30"

  tags = {
    Name = "report-days"
  }
}

resource "aws_sqs_queue" "reports" {
  name = "reports"
}

resource "aws_ssm_parameter" "plain" {
  name  = "/reports/plain"
  type  = "String"
  value = "yes"
}
