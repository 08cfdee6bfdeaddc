terraform {
  backend "s3" {}
}

module "network" {
  source = "./network"
  name   = "web"
}
