module "m0" {
  source = "./modules/network"
}

module "m1" {
  source = "./modules/empty"
}

module "m2" {
  source = "terraform-aws-modules/vpc/aws"
}

module "m3" {
  source = "app.terraform.io/a/b/c"
}

module "m4" {
  source = "github.com/example/a"
}

module "m5" {
  source = "git@github.com:example/a.git"
}

module "m6" {
  source = "https://example.com/a.zip"
}

module "m7" {
  source = "s3::https://s3.amazonaws.com/a/b.zip"
}

module "m8" {
  source = "/opt/modules/a"
}

module "m9" {
  source = "bucket.s3.amazonaws.com/a.zip"
}
