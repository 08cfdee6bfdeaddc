module "network" {
  source = "./network"
  name   = "shop"

  depends_on = [module.cluster]
}

module "cluster" {
  source     = "./cluster"
  subnet_ids = module.network.subnet_ids
}
