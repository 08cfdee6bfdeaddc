terraform {
  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 5.0"
    }
  }
}

resource "cloudflare_load_balancer_pool" "web" {
  account_id = "a"
  name       = "web"

  origins = [
    {
      name    = "one"
      address = "192.0.2.1"
    },
    {
      name    = "two"
      address = "192.0.2.2"
    },
  ]

  load_shedding = {
    default_percent = 10
  }
}

resource "cloudflare_load_balancer_pool" "headed" {
  account_id = "a"
  name       = "headed"

  origins {
    name    = "one"
    address = "192.0.2.1"

    header {
      header = "Host"
      values = ["example.com"]
    }
  }
}

resource "cloudflare_healthcheck" "web" {
  zone_id = "z"
  name    = "web"
  address = "example.com"
  type    = "HTTPS"

  http_config = {
    method = "GET"
    path   = "/up"
  }
}
