terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 2.99"
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
    name               = "system"
    availability_zones = ["1", "2"]
  }
}

resource "azurerm_nat_gateway" "out" {
  name                  = "out"
  public_ip_address_ids = ["i"]
}
