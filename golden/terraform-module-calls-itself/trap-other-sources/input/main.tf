module "registry" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"
}

module "git" {
  source = "git::https://example.com/network.git?ref=v1.0.0"
}

module "gone" {
  source = "./modules/gone"
}
