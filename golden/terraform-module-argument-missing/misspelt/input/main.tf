module "network" {
  source    = "./modules/network"
  cidr_blok = "10.0.0.0/16"
}
