terraform {
  required_providers {
    cloudflare = {
      source = var.source
    }
  }
}

provider "cloudflare" {}
