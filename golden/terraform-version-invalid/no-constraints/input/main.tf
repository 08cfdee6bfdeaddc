terraform {
  required_version = ">= 1.x"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "latest"
    }
    random = {
      source  = "hashicorp/random"
      version = ">= 3.0 < 4.0"
    }
    null = "^3.0"
  }
}

provider "aws" {
  version = "=> 5.0"
}

module "network" {
  source  = "example/network/aws"
  version = ""
}
