module "database" {
  source   = "./database"
  name     = "admin"
  password = var.password
}

variable "password" {
  type      = string
  sensitive = true
}
