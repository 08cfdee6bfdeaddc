terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 5.0"
    }
  }
}

provider "google" {
  project = var.project
}

variable "project" {
  type = string
}

variable "signed_only" {
  type = bool
}

resource "google_container_cluster" "main" {
  name                = "main"
  networking_mode     = "VPC_NATIVE"
  deletion_protection = false

  ip_allocation_policy {}

  network_policy {
    enabled  = true
    provider = "PROVIDER_UNSPECIFIED"
  }

  binary_authorization {
    evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE"
  }
}

resource "google_container_cluster" "other" {
  name                = "other"
  deletion_protection = false

  binary_authorization {
    evaluation_mode = var.signed_only ? "PROJECT_SINGLETON_POLICY_ENFORCE" : "DISABLED"
  }
}

resource "google_container_node_pool" "main" {
  cluster = google_container_cluster.main.name

  management {
    auto_repair  = true
    auto_upgrade = false
  }
}

resource "google_secret_manager_secret" "key" {
  secret_id = "key"

  replication {
    auto {}
  }
}

resource "google_compute_router_nat" "main" {
  name                                = "main"
  enable_endpoint_independent_mapping = true
}

output "certificate" {
  value = google_privateca_certificate.web.pem_certificate_chain
}

resource "google_privateca_certificate" "web" {
  name = "web"
}
