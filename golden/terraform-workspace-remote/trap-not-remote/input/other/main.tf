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
  terraform = "workspace"
  name      = "terraform.workspace ${local.terraform}"
  # terraform.workspace
}
