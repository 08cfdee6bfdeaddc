resource "azurerm_storage_account" "logs" {
  name                     = "shoplogs"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = "TLS1_2" # for an old scanner
}

resource "azurerm_mssql_server" "main" {
  name                         = "shop"
  resource_group_name          = "shop"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "shop"
  administrator_login_password = "from-a-vault"
  minimum_tls_version          = "1.2"
}
