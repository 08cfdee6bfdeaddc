module "a" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"
}

module "b" {
  source  = "app.terraform.io/example/network/aws//modules/a"
  version = "1.0.0"
}
