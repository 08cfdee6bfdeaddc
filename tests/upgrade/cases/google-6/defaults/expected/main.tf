terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.0"
    }
  }
}

provider "google" {
  project                         = "acme"
  add_terraform_attribution_label = false
}

resource "google_project" "one" {
  name            = "one"
  project_id      = "acme-one"
  deletion_policy = "ABANDON"
}

resource "google_project" "two" {
  name            = "two"
  project_id      = "acme-two"
  deletion_policy = "DELETE"
}

resource "google_cloud_run_v2_service" "web" {
  name                = "web"
  location            = "europe-west3"
  deletion_protection = false
}

resource "google_compute_backend_service" "web" {
  name                            = "web"
  connection_draining_timeout_sec = 0

  iap {
    oauth2_client_id     = "x"
    oauth2_client_secret = "y"
    enabled              = true
  }
}

resource "google_storage_bucket" "logs" {
  name     = "acme-logs"
  location = "EU"

  lifecycle_rule {
    action {
      type = "Delete"
    }

    condition {
      send_age_if_zero   = false
      num_newer_versions = 3
    }
  }

  lifecycle_rule {
    action {
      type = "Delete"
    }

    condition {
      age              = 0
      send_age_if_zero = true
    }
  }
}

resource "google_vpc_access_connector" "main" {
  name          = "main"
  min_instances = 2
}
