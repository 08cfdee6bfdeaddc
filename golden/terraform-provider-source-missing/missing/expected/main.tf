terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    } # for everything
    random = { source = "hashicorp/random", version = "~> 3.0" }
    google = {
      source                = "hashicorp/google"
      version               = "~> 6.0"
      configuration_aliases = [google.b]
    }
    kubernetes = { source = "hashicorp/kubernetes" }
  }
}
