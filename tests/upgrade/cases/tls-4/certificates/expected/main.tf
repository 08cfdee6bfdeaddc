terraform {
  required_providers {
    tls = {
      source  = "hashicorp/tls"
      version = "~> 4.0"
    }
  }
}

provider "tls" {
  proxy {
    url      = "http://proxy.example.com:3128"
    from_env = false
  }
}

resource "tls_private_key" "web" {
  algorithm = "ECDSA"
}

resource "tls_self_signed_cert" "web" {
  private_key_pem       = tls_private_key.web.private_key_pem
  validity_period_hours = 24
  allowed_uses          = ["server_auth"]
}

output "algorithm" {
  value = tls_self_signed_cert.web.key_algorithm
}
