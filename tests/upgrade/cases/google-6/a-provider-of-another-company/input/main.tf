terraform {
  required_providers {
    google = {
      source  = "acme/google"
      version = "~> 5.0"
    }
  }
}

resource "google_folder" "one" {
  display_name = "one"
  parent       = "organizations/1"
}

resource "google_project" "one" {
  name        = "one"
  skip_delete = true
}
