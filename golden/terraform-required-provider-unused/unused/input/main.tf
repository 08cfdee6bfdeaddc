terraform {
  required_version = ">= 1.0"

  required_providers {
    # of the past
    null = {
      source = "hashicorp/null"
    }
    random = {
      source = "hashicorp/random"
    }
    local = "~> 2.0" # of the past, too
  }
}

resource "random_id" "suffix" {
  byte_length = 4
}
