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


module "undeclared" {
  source = "./modules/topic"

  providers = {
    aws         = aws.london
    aws.replica = aws.london
  }
}

module "taken_for_the_callers_own" {
  source    = "./modules/topic"
  providers = { aws = random }
}
