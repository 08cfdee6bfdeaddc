module "database" {
  source = "./database"

  password = "none"
}

output "name" {
  value = module.database.name
}
