variable "token" {
  type      = string
  ephemeral = true
}

locals {
  header = "Bearer ${var.token}"
}

resource "terraform_data" "header" {
  input = local.header
}

resource "terraform_data" "count" {
  count = length(var.token)
}

output "token" {
  value = var.token
}

output "root" {
  value     = "a"
  ephemeral = true
}

module "child" {
  source = "./child"

  token = var.token
}
