module "database" {
  source = "./database"

  password = "none"
}

output "url" {
  value     = module.database.url
  sensitive = true
}
