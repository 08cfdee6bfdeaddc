module "network" {
  source  = "./modules/network"
  version = "1.2.0"
  name    = "a"
}
