terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 5.43"
    }
  }
}

resource "google_compute_instance" "plain" {
  name              = "plain"
  machine_type      = "e2-small"
  guest_accelerator = []

  boot_disk {}

  network_interface {
    network = "default"
  }
}

resource "google_compute_instance_from_template" "plain" {
  name                     = "plain"
  source_instance_template = "t"
  scratch_disk             = []
}

resource "google_composer_environment" "main" {
  name = "main"

  config {
    node_config {
      ip_allocation_policy = []
    }
  }
}
