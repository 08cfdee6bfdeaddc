terraform {
  required_version = ">= 1.3,!= 1.4.0 , < 2"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0, >=5.1"
    }
    random = {
      source  = "hashicorp/random"
      version = "3.5.0-beta.1+build"
    }
    null = "v3.2"
    local = {
      source = "hashicorp/local"
    }
  }
}
