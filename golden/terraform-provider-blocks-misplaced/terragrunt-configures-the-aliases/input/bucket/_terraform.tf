terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = "~> 6.0"
      configuration_aliases = [aws.us-east-1]
    }
    fastly = {
      source  = "fastly/fastly"
      version = "~> 8.6"
    }
  }
}

provider "fastly" {}
