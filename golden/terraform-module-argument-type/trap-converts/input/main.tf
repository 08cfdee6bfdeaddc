variable "anything" {}

module "network" {
  source = "./network"

  zones  = toset(["a"])
  size   = "2"
  subnet = { id = 1, more = true }
  name   = 5
}

module "any" {
  source = "./network"

  zones  = var.anything
  size   = null
  subnet = var.anything.subnet
  name   = try(var.anything.name, "a")
}
