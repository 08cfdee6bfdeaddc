module "network" {
  source = "./modules/network"

  providers = {
    azurerm.hub = azurerm.hub
  }
}

provider "azurerm" {
  alias = "hub"

  features {}
}
