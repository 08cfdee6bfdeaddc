provider "aws" {
  alias  = "frankfurt"
  region = "eu-central-1"
}

provider "azurerm" {
  features {}
}

resource "azurerm_resource_group" "backup" {
  provider = azurerm.backup
  name     = "backup"
  location = "westeurope"
}

module "site" {
  source = "./site"
}
