terraform {
  required_providers {
    google-beta = {
      source  = "hashicorp/google-beta"
      version = "~> 5.0"
    }
  }
}

resource "google_folder" "beta" {
  provider     = google-beta
  display_name = "beta"
  parent       = "organizations/1"
}
