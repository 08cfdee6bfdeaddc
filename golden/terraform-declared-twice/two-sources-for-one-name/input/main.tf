terraform {
  required_providers {
    postgresql = {
      source = "a0s/postgresql"
    }
  }
}
