# TODO: move the days to AppConfig
resource "aws_ssm_parameter" "days" {
  name  = "/reports/days"
  type  = "String"
  value = "30"
}

#tfsec:ignore:aws-ssm-secret-use-customer-key
resource "aws_ssm_parameter" "secret" {
  name  = "/reports/secret"
  type  = "SecureString"
  value = var.secret
}

# ---------------------------------
# Parameters of the mailer
# ---------------------------------
resource "aws_ssm_parameter" "mailer" {
  name  = "/reports/mailer"
  type  = "String"
  value = "smtp.example.com"
}

variable "secret" {
  description = "Secret of the reports"
  type        = string
  sensitive   = true
}
