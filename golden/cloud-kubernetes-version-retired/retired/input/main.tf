resource "azurerm_kubernetes_cluster" "main" {
  name                = "main"
  location            = "westeurope"
  resource_group_name = "main"
  dns_prefix          = "main"
  kubernetes_version  = "1.24.9"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v5"
  }

  identity {
    type = "SystemAssigned"
  }
}

variable "gke_version" {
  type    = string
  default = "1.21"
}

resource "google_container_cluster" "main" {
  name               = "main"
  location           = "europe-west1"
  min_master_version = var.gke_version
  initial_node_count = 1
}

resource "google_container_node_pool" "main" {
  cluster = google_container_cluster.main.id
  version = "1.25.16-gke.1008000"
}
