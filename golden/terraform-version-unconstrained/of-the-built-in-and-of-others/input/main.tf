terraform {
  required_version = ">= 1.0"

  required_providers {
    terraform = {
      source = "terraform.io/builtin/terraform"
    }

    time = {
      source = "hashicorp/time"
    }

    # terraform-provider-not-required knows better where these come from.
    datadog = {}
  }
}

resource "time_static" "now" {}

resource "cloudflare_zone" "main" {
  zone = "example.com"
}

resource "datadog_monitor" "main" {
  name = "main"
}
