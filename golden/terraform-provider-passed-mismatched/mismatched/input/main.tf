terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
    cf = {
      source = "cloudflare/cloudflare"
    }
    random = {
      source = "hashicorp/random"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "london"
  region = "eu-west-2"
}


module "other" {
  source    = "./modules/topic"
  providers = { cf = cf }
}

module "type" {
  source = "./modules/topic"

  providers = {
    random = random
    aws    = aws
    null   = random
  }
}

module "own" {
  source    = "./modules/own"
  providers = { aws = aws.london }
}

module "alias" {
  source = "./modules/zone"

  providers = {
    cloudflare   = cf
    cloudflare.b = cf
  }
}
