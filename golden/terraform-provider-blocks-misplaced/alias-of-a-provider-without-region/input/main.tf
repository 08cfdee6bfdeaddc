resource "azurerm_resource_group" "hub" {
  provider = azurerm.hub
  name     = "hub"
  location = "westeurope"
}
