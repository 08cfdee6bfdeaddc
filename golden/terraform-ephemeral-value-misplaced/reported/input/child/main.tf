variable "token" {
  type      = string
  ephemeral = true
}

output "token" {
  value = var.token
}

output "name" {
  value     = "token"
  ephemeral = true
}
