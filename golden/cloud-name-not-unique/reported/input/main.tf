locals {
  account = "shopaccount"
}

resource "azurerm_storage_account" "logs" {
  name                     = local.account
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "long" {
  name                     = "shopassetsofcustomers"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "named" {
  name                     = "shopnamed"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_container" "files" {
  name               = "files"
  storage_account_id = "/subscriptions/0/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/shopnamed"
}
