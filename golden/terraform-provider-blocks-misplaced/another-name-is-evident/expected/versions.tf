terraform {
  required_version = ">= 1.5"
}

provider "aws" {
  region = "eu-west-1"
}
