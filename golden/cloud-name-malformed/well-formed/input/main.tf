variable "env" {
  type = string
}

resource "random_id" "suffix" {
  byte_length = 4
}

resource "azurerm_storage_account" "logs" {
  name                     = "shoplogs${random_id.suffix.hex}"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "assets" {
  name                     = lower(replace("Shop-Assets-${var.env}", "-", ""))
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "google_storage_bucket" "assets" {
  name     = "assets.example.com"
  location = "EU"
}

resource "google_project" "shop" {
  name       = "Shop (${var.env})"
  project_id = "shop-${var.env}"
}
