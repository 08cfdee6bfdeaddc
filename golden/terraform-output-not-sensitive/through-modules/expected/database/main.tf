variable "password" {
  type      = string
  sensitive = true
}

output "url" {
  value     = "postgres://app:${var.password}@db"
  sensitive = true
}
