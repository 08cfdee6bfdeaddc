resource "aws_ssm_parameter" "script" {
  name  = "/build//script"
  type  = "String"
  value = <<-EOT
    // part of the value
    curl https://example.com # too
  EOT
}
