module "network" {
  source = "./network"
  name   = "shop"
}

module "cluster" {
  source     = "./cluster"
  subnet_ids = module.network.subnet_ids
}
