// Configuration for Terraform itself.

terraform {
  required_version = ">= 1.5"

  backend "s3" {
    bucket = "example-states"
    key    = "bastion.tfstate"
    region = "eu-west-1"
  }
}

data "terraform_remote_state" "shared" {
  backend = "s3"
  config = {
    bucket = "example-states"
    key    = "shared.tfstate"
    region = "eu-west-1"
  }
}

provider "aws" {
  region = "eu-west-1"
}
