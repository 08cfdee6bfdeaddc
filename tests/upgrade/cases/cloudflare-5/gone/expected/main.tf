terraform {
  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 5.0"
    }
  }
}

resource "cloudflare_zone_settings_override" "main" {
  zone_id = "z"

  settings {
    brotli = "on"
  }
}

resource "cloudflare_zero_trust_access_policy" "staff" {
  application_id = "a"
  zone_id        = "z"
  name           = "staff"
  decision       = "allow"

  include {
    email = ["a@example.com"]
  }
}

moved {
  from = cloudflare_access_policy.staff
  to   = cloudflare_zero_trust_access_policy.staff
}
