terraform {
  required_providers {
    aws    = "~> 5.0" # for everything
    random = { version = "~> 3.0" }
    google = {
      version               = "~> 6.0"
      configuration_aliases = [google.b]
    }
    kubernetes = {}
  }
}
