module "m0" {
  source = "./modules/network"
}

module "m1" {
  source = "../network"
}

module "m2" {
  source = "github.com/example/network"
}

module "m3" {
  source = "git::https://example.com/network.git"
}

module "m4" {
  source = "s3::https://s3-eu-west-1.amazonaws.com/b/vpc.zip"
}

module "m5" {
  source = "https://example.com/vpc.zip"
}
