variable "zone" {
  type = string
}

module "network" {
  source = "./network"

  zones  = var.zone
  size   = "many"
  subnet = { name = "a" }
  name   = null
}

module "list" {
  source = "./network"

  zones  = [["a"]]
  name   = ["a"]
  subnet = "a"
}
