terraform {
  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 5.0"
    }
  }
}

resource "cloudflare_r2_bucket" "files" {
  account_id = "a"
  name       = "files"
  location   = "weur"
}

resource "cloudflare_workers_kv_namespace" "cache" {
  account_id = "a"
  title      = "cloudflare_record"
}
