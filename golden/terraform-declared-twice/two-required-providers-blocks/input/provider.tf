# What the queue needs.
terraform {
  required_providers {
    # for the names
    random = {
      source = "hashicorp/random"
    }
    aws = {
      version = ">= 5.20" # first with FIFO throttling
    }
  }
}

provider "aws" {
  region = "eu-central-1"
}
