module "counted" {
  source = "./modules/topic"
  count  = 2
}

module "each" {
  source   = "./modules/around"
  for_each = toset(["a"])
}

module "waiting" {
  source     = "./modules/topic"
  depends_on = [module.each]
}
