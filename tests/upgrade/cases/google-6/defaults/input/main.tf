terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 5.43"
    }
  }
}

provider "google" {
  project = "acme"
}

resource "google_project" "one" {
  name        = "one"
  project_id  = "acme-one"
  skip_delete = true
}

resource "google_project" "two" {
  name       = "two"
  project_id = "acme-two"
}

resource "google_cloud_run_v2_service" "web" {
  name     = "web"
  location = "europe-west3"
}

resource "google_compute_backend_service" "web" {
  name = "web"

  iap {
    oauth2_client_id     = "x"
    oauth2_client_secret = "y"
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
      no_age             = true
      num_newer_versions = 3
    }
  }

  lifecycle_rule {
    action {
      type = "Delete"
    }

    condition {
      age = 0
    }
  }
}

resource "google_vpc_access_connector" "main" {
  name           = "main"
  min_throughput = 200
  min_instances  = 2
}
