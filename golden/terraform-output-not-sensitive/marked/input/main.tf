variable "password" {
  type      = string
  sensitive = true
}

variable "users" {
  type      = map(string)
  sensitive = true
}

locals {
  url = "postgres://app:${var.password}@db" # with the password
}

output "url" {
  value = local.url
}

output "users" {
  description = "The users."
  value       = [for name, key in var.users : name]
}

output "object" {
  value = { name = "app", password = var.password }
}

output "said" {
  value     = sensitive("a")
  sensitive = false
}
