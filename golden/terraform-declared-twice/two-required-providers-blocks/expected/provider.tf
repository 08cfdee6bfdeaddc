# What the queue needs.
terraform {
  required_providers {
    # for the names
    random = {
      source = "hashicorp/random"
    }
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.20, ~> 5.0" # first with FIFO throttling
    }
  }
}

provider "aws" {
  region = "eu-central-1"
}
