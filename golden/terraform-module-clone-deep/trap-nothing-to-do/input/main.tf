module "m0" {
  source = "git::https://example.com/network.git"
}

module "m1" {
  source = "git::https://example.com/network.git?ref=v1.2.0&depth=1"
}

module "m2" {
  source = "terraform-aws-modules/vpc/aws"
}

module "m3" {
  source = "./modules/git"
}

module "m4" {
  source = "hg::http://example.com/network.hg?rev=1.0"
}
