resource "azurerm_storage_account" "logs" {
  name                     = "shoplogs${random_id.logs_suffix.hex}"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "random_id" "logs_suffix" {
  byte_length = 4
}

resource "azurerm_key_vault" "shop" {
  name                = "shop-vault-${random_id.shop_suffix.hex}"
  location            = "westeurope"
  resource_group_name = "shop"
  sku_name            = "standard"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
}

resource "random_id" "shop_suffix" {
  byte_length = 4
}

resource "google_storage_bucket" "assets" {
  name     = "shop-assets-${random_id.assets_suffix.hex}"
  location = "EU"
}

resource "random_id" "assets_suffix" {
  byte_length = 4
}
