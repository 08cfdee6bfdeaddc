locals {
  name = "production"
}

module "literal" {
  source      = "./modules/network"
  environment = "test"
  cidr_block  = "10.0.0.0"
}

module "local" {
  source      = "./modules/network"
  environment = local.name
}

module "right" {
  source      = "./modules/network"
  environment = "dev"
}
