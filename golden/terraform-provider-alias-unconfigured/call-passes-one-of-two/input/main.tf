provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "dns"
  region = "us-east-1"
}

provider "aws" {
  alias  = "replica"
  region = "eu-central-1"
}

module "site" {
  source = "./site"

  providers = {
    aws     = aws
    aws.dns = aws.dns
  }
}

module "second_site" {
  source    = "./site"
  providers = { aws.dns = aws.dns }
}
