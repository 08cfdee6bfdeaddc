module "m0" {
  version = "~> 5.0"
}
