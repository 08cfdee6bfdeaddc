module "set_by_an_override" {
  source = "./modules/network"
}

module "default_by_an_override" {
  source = "./modules/other"
}
