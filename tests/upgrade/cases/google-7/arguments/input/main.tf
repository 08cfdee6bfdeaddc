terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.38"
    }
  }
}

resource "google_bigtable_table_iam_member" "reader" {
  instance = "main"
  table    = "events"
  role     = "roles/bigtable.reader"
  member   = "user:a@example.com"
}

resource "google_storage_notification" "new" {
  bucket         = "acme"
  payload_format = "JSON_API_V1"
  topic          = "//pubsub.googleapis.com/${google_pubsub_topic.new.id}"
}

resource "google_pubsub_topic" "new" {
  name = "new"
}

resource "google_compute_subnetwork" "main" {
  name             = "main"
  network          = "n"
  ip_cidr_range    = "10.0.0.0/20"
  enable_flow_logs = true

  log_config {
    flow_sampling = 0.5
  }
}

resource "google_compute_subnetwork" "other" {
  name             = "other"
  network          = "n"
  ip_cidr_range    = "10.2.0.0/20"
  enable_flow_logs = true
}

resource "google_project_service" "run" {
  service = "run.googleapis.com"
}

resource "google_cloudfunctions2_function" "hook" {
  name     = "hook"
  location = "europe-west3"

  service_config {
    service = "projects/p/locations/l/services/s"
  }
}

output "service" {
  value = google_cloudfunctions2_function.hook.service_config[0].service
}

data "google_service_account_key" "deploy" {
  name    = "projects/p/serviceAccounts/a/keys/k"
  project = "p"
}
