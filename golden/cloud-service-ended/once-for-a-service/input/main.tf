terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.100"
    }
  }
}

resource "azurerm_mariadb_server" "main" {
  name                    = "shop"
  location                = "westeurope"
  resource_group_name     = "shop"
  sku_name                = "B_Gen5_2"
  version                 = "10.3"
  ssl_enforcement_enabled = true
}

resource "azurerm_mariadb_database" "main" {
  name                = "shop"
  resource_group_name = "shop"
  server_name         = azurerm_mariadb_server.main.name
  charset             = "utf8mb4"
  collation           = "utf8mb4_unicode_520_ci"
}
