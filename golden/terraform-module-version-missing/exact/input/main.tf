module "range" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"
}

module "exact" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.1.2"
}
