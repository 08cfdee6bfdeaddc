terraform {
  backend "azurerm" {}
}

provider "azurerm" {
  features {}
}

module "group" {
  source = "./group"
}
