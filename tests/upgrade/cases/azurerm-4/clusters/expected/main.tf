terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

resource "azurerm_kubernetes_cluster" "main" {
  name                      = "main"
  location                  = "westeurope"
  resource_group_name       = "apps"
  automatic_upgrade_channel = "stable"

  default_node_pool {
    name                 = "system"
    auto_scaling_enabled = true
  }

  network_profile {
    network_plugin = "azure"
  }

  api_server_access_profile {
    authorized_ip_ranges = ["203.0.113.0/24"]
  }
}

resource "azurerm_container_registry" "main" {
  name                     = "acme"
  location                 = "westeurope"
  resource_group_name      = "apps"
  sku                      = "Premium"
  retention_policy_in_days = var.keeps ? 7 : null
  trust_policy_enabled     = true

  encryption {
    key_vault_key_id   = var.key
    identity_client_id = var.identity
  }
}

variable "keeps" {
  type = bool
}

variable "key" {
  type = string
}

variable "identity" {
  type = string
}

output "days" {
  value = azurerm_container_registry.main.retention_policy_in_days
}
