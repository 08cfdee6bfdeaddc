variable "name" {
  type    = string
  default = ""
}

resource "azurerm_storage_account" "logs" {
  name                     = var.name
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

