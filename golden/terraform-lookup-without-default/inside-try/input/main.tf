output "endpoint" {
  value = try(lookup(module.database.endpoints, var.region), "none")
}
