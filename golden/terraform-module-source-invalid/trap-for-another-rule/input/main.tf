module "without_dot" {
  source = "modules/network"
}

module "not_plain" {
  source = var.source
}
