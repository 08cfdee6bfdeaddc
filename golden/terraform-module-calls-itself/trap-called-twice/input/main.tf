module "first" {
  source = "./modules/leaf"
}

module "middle" {
  source = "./modules/middle"
}
