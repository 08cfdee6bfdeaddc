output "endpoint" {
  value = try(module.database.endpoints[var.region], "none")
}
