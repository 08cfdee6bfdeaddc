module "network" {
  source     = "./modules/network"
  cidr_block = null
}
