terraform {
  required_providers {
    google-beta = {
      source = "hashicorp/google-beta"
    }
    a10 = {
      source = "example/a10"
    }
  }
}

provider "google-beta" {
  alias   = "second_one"
  project = "example"
}

resource "terraform_data" "one" {
  provisioner "local-exec" {
    command = "true"
  }
}
