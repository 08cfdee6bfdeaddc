terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 5.43"
    }
  }
}

module "database" {
  source = "./database"

  require_ssl = true
  skip_delete = true
  network     = google_compute_network.main.id
}

resource "google_compute_network" "main" {
  name = "main"
}

resource "google_compute_firewall" "main" {
  name    = "main"
  network = google_compute_network.main.name

  allow {
    protocol = "icmp"
  }
}
