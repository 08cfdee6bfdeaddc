terraform {
  required_providers {
    null = {
      source = "hashicorp/null"
    }
  }
}

resource "terraform_data" "a" {}
