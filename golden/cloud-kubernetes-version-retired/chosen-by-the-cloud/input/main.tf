resource "azurerm_kubernetes_cluster" "main" {
  name                = "main"
  location            = "westeurope"
  resource_group_name = "main"
  dns_prefix          = "main"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v5"
  }

  identity {
    type = "SystemAssigned"
  }
}

data "google_container_engine_versions" "main" {
  location       = "europe-west1"
  version_prefix = "1.24."
}

resource "google_container_cluster" "main" {
  name               = "main"
  location           = "europe-west1"
  min_master_version = data.google_container_engine_versions.main.latest_master_version
  initial_node_count = 1
}
