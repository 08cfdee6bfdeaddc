# Network of the shop.

terraform {
  # 1.5 brought import blocks
  required_version = ">= 1.5"

  # State is kept with the platform team.
  backend "s3" {
    bucket = "shop-state"
    key    = "network.tfstate"
    region = "eu-central-1"
  }

  required_providers {
    # 5.31 fixes tags on endpoints
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.31" # see the changelog
    }
    random = {
      source = "hashicorp/random"
    }
  }
}

# Where everything runs.
provider "aws" {
  region = "eu-central-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
