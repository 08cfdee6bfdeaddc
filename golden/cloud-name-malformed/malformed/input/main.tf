variable "env" {
  type = string
}

variable "bucket" {
  type    = string
  default = "Shop_Assets"
}

locals {
  vault = "-shop"
}

resource "azurerm_storage_account" "logs" {
  name                     = "shop-logs"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "assets" {
  name                     = "shopassets_${var.env}"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "long" {
  name                     = "shopassetsofallcustomersworldwide"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_key_vault" "shop" {
  name                = local.vault
  location            = "westeurope"
  resource_group_name = "shop"
  sku_name            = "standard"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
}

resource "google_storage_bucket" "assets" {
  name     = var.bucket
  location = "EU"
}
