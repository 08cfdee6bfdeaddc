terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

resource "azurerm_route_table" "main" {
  name                          = "main"
  location                      = "westeurope"
  resource_group_name           = "main"
  disable_bgp_route_propagation = true
}

resource "azurerm_subnet" "main" {
  name                                      = "main"
  resource_group_name                       = "main"
  virtual_network_name                      = "main"
  address_prefixes                          = ["10.0.0.0/24"]
  private_endpoint_network_policies_enabled = true
  never_was_there                           = 1
}
