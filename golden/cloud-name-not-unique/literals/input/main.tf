resource "azurerm_storage_account" "logs" {
  name                     = "shoplogs"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_key_vault" "shop" {
  name                = "shop-vault"
  location            = "westeurope"
  resource_group_name = "shop"
  sku_name            = "standard"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
}

resource "google_storage_bucket" "assets" {
  name     = "shop-assets"
  location = "EU"
}
