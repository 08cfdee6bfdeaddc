module "m0" {
  source = "./modules/git"
}

module "m1" {
  source = "terraform-aws-modules/vpc/aws"
}

module "m2" {
  source = "https://example.com/network.zip"
}

module "m3" {
  source = "s3::https://s3.amazonaws.com/b/git.zip"
}
