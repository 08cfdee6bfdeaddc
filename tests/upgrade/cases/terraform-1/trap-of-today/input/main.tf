terraform {
  required_version = ">= 1.3, < 2.0"
}

variable "region" {
  type = string
}

output "region" {
  value = "in ${var.region}"
}
