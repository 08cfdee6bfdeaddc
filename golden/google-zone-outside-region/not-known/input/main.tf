variable "zones" {
  type = list(string)
}

data "google_compute_zones" "here" {
  region = "europe-west1"
}

resource "google_container_cluster" "main" {
  name               = "main"
  location           = "europe-west1"
  node_locations     = data.google_compute_zones.here.names
  initial_node_count = 1
}

resource "google_container_cluster" "other" {
  name               = "other"
  location           = "europe-west1"
  node_locations     = var.zones
  initial_node_count = 1
}
