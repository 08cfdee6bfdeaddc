terraform {
  required_version = ">= 1.0"

  cloud {
    organization = "example"
  }
}

locals {
  name = "network-${terraform.workspace}"
}
