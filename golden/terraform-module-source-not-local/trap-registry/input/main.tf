module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"
}

module "consul" {
  source = "hashicorp/consul/aws"
}
