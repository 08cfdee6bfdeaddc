variable "region" {
  type    = string
  default = "europe-west1"
}

locals {
  zones = ["europe-west1-b", "us-central1-a"]
}

provider "google" {
  project = "shop"
  region  = var.region
  zone    = "europe-west4-a"
}

resource "google_container_cluster" "main" {
  name               = "main"
  location           = var.region
  node_locations     = local.zones
  initial_node_count = 1
}

resource "google_container_cluster" "zonal" {
  name               = "zonal"
  location           = "europe-west1-b"
  node_locations     = ["europe-west4-c"]
  initial_node_count = 1
}

resource "google_redis_instance" "cache" {
  name           = "cache"
  memory_size_gb = 1
  region         = "us-east1"
  location_id    = "us-east4-a"
}
