module "network" {
  source = "./modules/network"
  name   = "a"
}
