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


module "topic" {
  source = "./modules/topic"

  providers = {
    aws         = aws
    aws.replica = aws.london
  }
}
