module "subnets" {
  source = "../subnets"
}
