variable "env" {
  type    = string
  default = "dev"
}

resource "random_string" "suffix" {
  length  = 6
  special = false
  upper   = false
}

resource "azurerm_storage_account" "logs" {
  name                     = "shoplogs${random_string.suffix.result}"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_account" "assets" {
  name                     = "shop${var.env}"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "google_storage_bucket" "site" {
  name     = "www.example.com"
  location = "EU"
}

resource "google_project" "shop" {
  name                = "Shop"
  project_id          = "shop-${random_string.suffix.result}"
  auto_create_network = false
}
