terraform {
  required_version = ">= 1.0"

  required_providers {
    early = {
      source = "example/early"
    }

    time = {
      source = "hashicorp/time"
    }
  }
}
