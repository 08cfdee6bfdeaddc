variable "version_of_nodes" {
  type = string
}

resource "google_container_cluster" "main" {
  name               = "main"
  location           = "europe-west1"
  min_master_version = "latest"
  initial_node_count = 1
}

resource "google_container_node_pool" "main" {
  cluster = google_container_cluster.main.id
  version = var.version_of_nodes
}
