terraform {
  required_version = ">= 1.5"
}

provider "aws" {
  region = "eu-central-1"
}
