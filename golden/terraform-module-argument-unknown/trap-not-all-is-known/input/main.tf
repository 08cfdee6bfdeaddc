module "broken" {
  source = "./modules/broken"
  nope   = 1
}

module "registry" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"
  nope    = 1
}
