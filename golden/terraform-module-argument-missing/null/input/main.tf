locals {
  nothing = null
}

module "refused" {
  source = "./modules/name"
  name   = local.nothing
}
