terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 5.43"
    }
  }
}

resource "google_compute_subnetwork" "main" {
  name          = "main"
  network       = "n"
  ip_cidr_range = "10.0.0.0/20"

  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = "10.1.0.0/16"
  }
}

resource "google_cloud_run_v2_job" "run" {
  name                = "run"
  location            = "europe-west3"
  deletion_protection = true

  template {
    template {
      containers {
        image = "i"

        env {
          name  = "require_ssl"
          value = "skip_delete"
        }
      }
    }
  }
}

output "names" {
  value = google_cloud_run_v2_job.run.template[0].template[0].containers[0].env[*].name
}
