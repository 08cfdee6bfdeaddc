terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 7.0"
    }
  }
}

resource "google_project_service" "run" {
  service            = "run.googleapis.com"
  disable_on_destroy = false
}

resource "google_storage_bucket" "logs" {
  name     = "acme-logs"
  location = "EU"

  retention_policy {
    retention_period = 3600
  }
}

resource "google_spanner_database" "main" {
  instance = "main"
  name     = "events"
}

resource "google_storage_notification" "new" {
  bucket         = "acme"
  payload_format = "JSON_API_V1"
  topic          = "projects/p/topics/new"
}
