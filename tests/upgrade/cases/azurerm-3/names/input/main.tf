terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 2.99"
    }
  }
}

resource "azurerm_servicebus_namespace" "main" {
  name                = "main"
  location            = "westeurope"
  resource_group_name = "apps"
  sku                 = "Standard"
}

resource "azurerm_servicebus_queue" "jobs" {
  name                = "jobs"
  resource_group_name = "apps"
  namespace_name      = azurerm_servicebus_namespace.main.name
}

resource "azurerm_servicebus_queue" "other" {
  name                = "other"
  resource_group_name = "apps"
  namespace_name      = "elsewhere"
}

resource "azurerm_data_factory_pipeline" "load" {
  name                = "load"
  resource_group_name = "apps"
  data_factory_id     = "f"
}

resource "azurerm_subnet" "one" {
  name                 = "one"
  resource_group_name  = "hub"
  virtual_network_name = "hub"
  address_prefix       = "10.0.1.0/24"
}

resource "azurerm_mysql_server" "db" {
  name            = "db"
  ssl_enforcement = "Enabled"
}

resource "azurerm_storage_account" "logs" {
  name                     = "acmelogs"
  allow_blob_public_access = false
}

resource "azurerm_managed_disk" "data" {
  name  = "data"
  zones = ["1"]
}

output "key" {
  value = azurerm_cosmosdb_account.db.primary_master_key
}

resource "azurerm_cosmosdb_account" "db" {
  name = "db"
}
