terraform {
  required_version = ">= 1.0"

  required_providers {
    early = {
      source  = "example/early"
      version = "~> 0.0.3"
    }

    time = {
      source  = "hashicorp/time"
      version = "~> 0.9"
    }
  }
}
