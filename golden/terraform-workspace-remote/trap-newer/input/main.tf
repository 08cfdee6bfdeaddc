terraform {
  required_version = ">= 1.1.0"

  backend "remote" {
    organization = "example"

    workspaces {
      prefix = "network-"
    }
  }
}


locals {
  name = "network-${terraform.workspace}"
}
