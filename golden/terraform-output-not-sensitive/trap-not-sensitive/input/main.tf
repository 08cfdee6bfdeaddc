variable "password" {
  type      = string
  sensitive = true
}

output "marked" {
  value     = var.password
  sensitive = true
}

output "taken_out" {
  value = nonsensitive(length(var.password))
}

output "is_sensitive" {
  value = issensitive(var.password)
}
