terraform {
  required_version = ">= 1.0"

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

resource "terraform_data" "a" {
  count = terraform.workspace == "prod" ? 1 : 0

  provisioner "local-exec" {
    command = "echo ${terraform.workspace}"
  }
}
