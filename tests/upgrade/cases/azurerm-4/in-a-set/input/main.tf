terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.116"
    }
  }
}

resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "westeurope"
  resource_group_name = "hub"
  address_space       = ["10.0.0.0/16", "10.1.0.0/16"]
}

output "spaces" {
  value = join(",", azurerm_virtual_network.hub.address_space)
}

output "second" {
  value = azurerm_virtual_network.hub.address_space[1]
}
