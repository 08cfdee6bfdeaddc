terraform {
  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 4.0"
    }
  }
}

resource "cloudflare_record" "www" {
  zone_id         = cloudflare_zone.main.id
  name            = "www"
  value           = "192.0.2.1"
  type            = "A"
  allow_overwrite = true
}

resource "cloudflare_record" "caa" {
  zone_id = cloudflare_zone.main.id
  name    = "@"
  type    = "CAA"

  data {
    tag   = "issue"
    value = "letsencrypt.org"
  }
}

resource "cloudflare_zone" "main" {
  account_id = var.account
  zone       = "example.com"
}

variable "account" {
  type = string
}

output "zone" {
  value = "${cloudflare_zone.main.zone} of ${cloudflare_zone.main.account_id}"
}

output "record" {
  value = cloudflare_record.www.value
}
