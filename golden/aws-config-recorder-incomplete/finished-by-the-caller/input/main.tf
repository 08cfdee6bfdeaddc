variable "role_arn" {
  type = string
}

resource "aws_config_configuration_recorder" "this" {
  role_arn = var.role_arn
}

output "recorder" {
  value = aws_config_configuration_recorder.this.name
}
