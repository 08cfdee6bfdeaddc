terraform {
  required_version = ">= 1.5"

  backend "s3" {
    bucket       = "state"
    key          = "network"
    region       = "eu-west-1"
    use_lockfile = true
  }

  required_providers {
    anything = {
      source                = "example/anything"
      version               = "1.0.0"
      configuration_aliases = [anything.second]
    }
  }
}

provider "anything" {
  alias   = "second"
  setting = true
}

module "network" {
  source   = "./network"
  anything = true
}

locals {
  defualt = "eu-west-1"
}

resource "terraform_data" "one" {
  connection {
    host = "example.org"
    port = 22
  }

  provisioner "file" {
    content     = "text"
    destination = "/tmp/text"
    on_failure  = continue
  }
}
