provider "google" {
  project = "shop"
  region  = "europe-west1"
  zone    = "europe-west1-d"
}

resource "google_container_cluster" "main" {
  name               = "main"
  location           = "europe-west1-b"
  node_locations     = ["europe-west1-c", "europe-west1-d"]
  initial_node_count = 1
}

resource "google_compute_region_disk" "data" {
  name          = "data"
  region        = "us-central1"
  replica_zones = ["us-central1-a", "us-central1-f"]
}
