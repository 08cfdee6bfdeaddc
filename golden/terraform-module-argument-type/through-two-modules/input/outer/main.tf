locals {
  zones = { a = "eu-west-1a" }
}

module "network" {
  source = "../network"

  zones = local.zones
  name  = "a"
}
