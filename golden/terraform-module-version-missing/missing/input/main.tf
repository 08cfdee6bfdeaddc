module "m0" {
  source = "terraform-aws-modules/vpc/aws"
}

module "m1" {
  source = "app.terraform.io/example/network/aws"
}

module "m2" {
  source = "terraform-aws-modules/iam/aws//modules/iam-user"
}
