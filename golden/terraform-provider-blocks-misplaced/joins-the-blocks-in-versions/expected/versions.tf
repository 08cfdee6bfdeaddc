terraform {
  # 1.5 brought import blocks
  required_version = "< 2.0, >= 1.5"

  required_providers {
    # 5.31 fixes tags on endpoints
    # see the changelog
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0, >= 5.31"
    }
    random = {
      source = "hashicorp/random"
    }
  }

  # State is kept with the platform team.
  backend "s3" {
    bucket = "shop-state"
    key    = "network.tfstate"
    region = "eu-central-1"
  }
}
