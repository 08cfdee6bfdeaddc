terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.0"
    }
  }
}

resource "azurerm_kubernetes_cluster" "main" {
  name = "main"

  addon_profile {
    oms_agent {
      enabled                    = true
      log_analytics_workspace_id = "w"
    }
  }

  default_node_pool {
    name  = "system"
    zones = ["1", "2"]
  }
}

resource "azurerm_nat_gateway" "out" {
  name                  = "out"
  public_ip_address_ids = ["i"]
}
