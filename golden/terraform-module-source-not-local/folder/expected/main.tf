module "network" {
  source = "./modules/network"
  zones  = 2
}

module "deep" {
  source = "./modules/aws/network"
}
