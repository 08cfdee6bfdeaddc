terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.100"
    }
  }
}

resource "google_container_registry" "images" {
  location = "EU"
}

resource "azurerm_mysql_server" "main" {
  name                    = "shop"
  location                = "westeurope"
  resource_group_name     = "shop"
  sku_name                = "B_Gen5_2"
  version                 = "8.0"
  ssl_enforcement_enabled = true
}

data "azurerm_postgresql_server" "main" {
  name                = "shop"
  resource_group_name = "shop"
}
