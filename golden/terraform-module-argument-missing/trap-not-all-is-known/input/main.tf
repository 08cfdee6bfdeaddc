module "templates_declare_more" {
  source = "./modules/network"
}

module "from_a_registry" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"
}

module "without_a_folder" {
  source = "./modules/downloaded"
}
