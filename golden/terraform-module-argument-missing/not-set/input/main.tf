module "network" {
  source = "./modules/network"
  zones  = 3
}

module "each" {
  source   = "./modules/network"
  for_each = toset(["a", "b"])
}
