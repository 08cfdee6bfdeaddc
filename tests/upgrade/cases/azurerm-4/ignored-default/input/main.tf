terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.116"
    }
  }
}

resource "azurerm_lb" "main" {
  name                = "main"
  location            = "westeurope"
  resource_group_name = "hub"

  lifecycle {
    ignore_changes = [sku]
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "extra" {
  name                  = "extra"
  kubernetes_cluster_id = "c"
  auto_scaling_enabled  = true
}
