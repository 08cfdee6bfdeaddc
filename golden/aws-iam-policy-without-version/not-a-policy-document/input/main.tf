variable "version_element" {
  type    = string
  default = "Version"
}

resource "aws_iam_role_policy" "app" {
  role = "app"

  policy = jsonencode({
    (var.version_element) = "2012-10-17"
    Statement             = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }]
  })
}

resource "aws_iam_user_policy" "app" {
  user   = "app"
  policy = jsonencode(merge({ Version = "2012-10-17" }, { Statement = [] }))
}

resource "aws_ssm_parameter" "statement" {
  name  = "/bank/statement"
  type  = "String"
  value = jsonencode({ Statement = "monthly" })
}

output "policy" {
  value = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
}
