module "a" {
  source  = var.source
  version = "~> 5.0"
}

module "b" {
  source = "./network"
}
