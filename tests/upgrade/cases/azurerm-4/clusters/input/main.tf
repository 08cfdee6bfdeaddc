terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.116"
    }
  }
}

resource "azurerm_kubernetes_cluster" "main" {
  name                            = "main"
  location                        = "westeurope"
  resource_group_name             = "apps"
  api_server_authorized_ip_ranges = ["203.0.113.0/24"]
  automatic_channel_upgrade       = "stable"

  default_node_pool {
    name                = "system"
    enable_auto_scaling = true
    node_taints         = []
  }

  network_profile {
    network_plugin     = "azure"
    docker_bridge_cidr = "172.17.0.1/16"
  }
}

resource "azurerm_container_registry" "main" {
  name                = "acme"
  location            = "westeurope"
  resource_group_name = "apps"
  sku                 = "Premium"

  retention_policy {
    days    = 7
    enabled = var.keeps
  }

  trust_policy {
    enabled = true
  }

  encryption {
    enabled            = true
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
  value = azurerm_container_registry.main.retention_policy[0].days
}
