terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

resource "azurerm_sql_server" "main" {
  name = "main"
}

resource "azurerm_logz_monitor" "main" {
  name = "main"
}

data "azurerm_mysql_server" "main" {
  name = "main"
}

resource "azurerm_nothing_such" "main" {
  name = "main"
}
