module "network" {
  source     = "./modules/network"
  cidr_block = "10.0.0.0/16"
  zone       = 3
  tags       = { team = "web" }
}
