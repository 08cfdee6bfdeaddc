module "m0" {
  source = "terraform-aws-modules/vpc/aws"
}
