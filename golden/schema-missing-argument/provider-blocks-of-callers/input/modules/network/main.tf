provider "azurerm" {
  alias = "hub"
}

resource "azurerm_virtual_network" "hub" {
  provider            = azurerm.hub
  name                = "hub"
  location            = "westeurope"
  resource_group_name = "hub"
  address_space       = ["10.0.0.0/16"]
}
