terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.0"
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
  name         = "jobs"
  namespace_id = azurerm_servicebus_namespace.main.id
}

resource "azurerm_servicebus_queue" "other" {
  name                = "other"
  resource_group_name = "apps"
  namespace_name      = "elsewhere"
}

resource "azurerm_data_factory_pipeline" "load" {
  name            = "load"
  data_factory_id = "f"
}

resource "azurerm_subnet" "one" {
  name                 = "one"
  resource_group_name  = "hub"
  virtual_network_name = "hub"
  address_prefixes     = ["10.0.1.0/24"]
}

resource "azurerm_mysql_server" "db" {
  name                             = "db"
  ssl_enforcement_enabled          = true
  ssl_minimal_tls_version_enforced = "TLSEnforcementDisabled"
}

resource "azurerm_storage_account" "logs" {
  name                            = "acmelogs"
  allow_nested_items_to_be_public = false
  min_tls_version                 = "TLS1_0"
}

resource "azurerm_managed_disk" "data" {
  name = "data"
  zone = one(["1"])
}

output "key" {
  value = azurerm_cosmosdb_account.db.primary_key
}

resource "azurerm_cosmosdb_account" "db" {
  name = "db"
}
