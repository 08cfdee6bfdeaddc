terraform {
  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 5.0"
    }
  }
}

resource "cloudflare_dns_record" "www" {
  zone_id = cloudflare_zone.main.id
  name    = "www"
  content = "192.0.2.1"
  type    = "A"
}

moved {
  from = cloudflare_record.www
  to   = cloudflare_dns_record.www
}

resource "cloudflare_dns_record" "caa" {
  zone_id = cloudflare_zone.main.id
  name    = "@"
  type    = "CAA"

  data = {
    tag   = "issue"
    value = "letsencrypt.org"
  }
}

moved {
  from = cloudflare_record.caa
  to   = cloudflare_dns_record.caa
}

resource "cloudflare_zone" "main" {
  name = "example.com"

  account = {
    id = var.account
  }
}

variable "account" {
  type = string
}

output "zone" {
  value = "${cloudflare_zone.main.name} of ${cloudflare_zone.main.account.id}"
}

output "record" {
  value = cloudflare_dns_record.www.content
}
