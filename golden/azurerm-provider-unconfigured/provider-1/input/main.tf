terraform {
  backend "azurerm" {}

  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 1.44"
    }
  }
}

resource "azurerm_resource_group" "main" {
  name     = "main"
  location = "westeurope"
}
