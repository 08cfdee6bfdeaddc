terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 4.80"
    }
  }
}

provider "google" {
  project = var.project
  zone    = ""
}

variable "project" {
  type = string
}

variable "signed_only" {
  type = bool
}

resource "google_container_cluster" "main" {
  name                        = "main"
  networking_mode             = "VPC_NATIVE"
  enable_binary_authorization = true

  ip_allocation_policy {}

  network_policy {
    enabled = true
  }
}

resource "google_container_cluster" "other" {
  name                        = "other"
  enable_binary_authorization = var.signed_only
}

resource "google_container_node_pool" "main" {
  cluster = google_container_cluster.main.name

  management {
    auto_repair = true
  }
}

resource "google_secret_manager_secret" "key" {
  secret_id = "key"

  replication {
    automatic = true
  }
}

resource "google_compute_router_nat" "main" {
  name = "main"
}

output "certificate" {
  value = google_privateca_certificate.web.pem_certificates
}

resource "google_privateca_certificate" "web" {
  name = "web"
}
