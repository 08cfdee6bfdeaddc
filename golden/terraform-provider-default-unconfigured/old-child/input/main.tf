module "certificate" {
  source = "./certificate"
}

provider "aws" {
  region = "eu-west-1"
}
