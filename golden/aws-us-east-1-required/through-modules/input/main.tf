variable "region" {
  type    = string
  default = "eu-central-1"
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

module "wrong" {
  source = "./certificate"
}

module "right" {
  source = "./certificate"

  providers = {
    aws = aws.us
  }
}

module "site" {
  source = "./site"

  certificate = module.wrong.arn
}

module "other_site" {
  source = "./site"

  certificate = module.right.arn
}
