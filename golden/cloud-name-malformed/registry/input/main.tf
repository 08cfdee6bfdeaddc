resource "azurerm_storage_account" "logs" {
  for_each                 = toset(["shoplogs", "shop-assets"])
  name                     = each.key
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_container_registry" "shop" {
  name                = "shop-registry"
  resource_group_name = "shop"
  location            = "westeurope"
  sku                 = "Basic"
}
