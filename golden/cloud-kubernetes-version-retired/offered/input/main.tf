resource "azurerm_kubernetes_cluster" "main" {
  name                = "main"
  location            = "westeurope"
  resource_group_name = "main"
  dns_prefix          = "main"
  kubernetes_version  = "1.34"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_D2s_v5"
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "google_container_cluster" "main" {
  name               = "main"
  location           = "europe-west1"
  min_master_version = "1.33.4-gke.1134000"
  initial_node_count = 1
}
