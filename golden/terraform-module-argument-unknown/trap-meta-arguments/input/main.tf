module "base" {
  source     = "./modules/network"
  cidr_block = "10.0.0.0/16"
}

module "network" {
  source     = "./modules/network"
  count      = 2
  depends_on = [module.base]
  providers  = {}
  cidr_block = "10.${count.index}.0.0/16"
}
