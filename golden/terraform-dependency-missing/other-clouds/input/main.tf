resource "google_compute_network" "apps" {
  name                    = "apps"
  auto_create_subnetworks = false
}

resource "google_compute_network" "public" {
  name                    = "public"
  auto_create_subnetworks = false
}

resource "google_compute_global_address" "services" {
  name          = "services"
  purpose       = "VPC_PEERING"
  address_type  = "INTERNAL"
  prefix_length = 16
  network       = google_compute_network.apps.id
}

resource "google_service_networking_connection" "services" {
  network                 = google_compute_network.apps.self_link
  service                 = "servicenetworking.googleapis.com"
  reserved_peering_ranges = [google_compute_global_address.services.name]
}

resource "google_sql_database_instance" "orders" {
  count = 2

  name             = "orders-${count.index}"
  region           = "europe-west1"
  database_version = "POSTGRES_15"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      ipv4_enabled    = false
      private_network = google_compute_network.apps.id
    }
  }
}

# The connection is another network's.
resource "google_sql_database_instance" "carts" {
  name             = "carts"
  region           = "europe-west1"
  database_version = "POSTGRES_15"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      private_network = google_compute_network.public.id
    }
  }
}

data "azurerm_client_config" "current" {}

resource "azurerm_key_vault" "shop" {
  name                = "shop-vault"
  location            = "westeurope"
  resource_group_name = var.group
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"
}

resource "azurerm_key_vault_access_policy" "own" {
  key_vault_id       = azurerm_key_vault.shop.id
  tenant_id          = data.azurerm_client_config.current.tenant_id
  object_id          = data.azurerm_client_config.current.object_id
  secret_permissions = ["Get", "Set"]
}

resource "azurerm_key_vault_access_policy" "app" {
  key_vault_id       = azurerm_key_vault.shop.id
  tenant_id          = data.azurerm_client_config.current.tenant_id
  object_id          = var.app
  secret_permissions = ["Get"]
}

resource "azurerm_key_vault_secret" "token" {
  name         = "token"
  value        = var.token
  key_vault_id = azurerm_key_vault.shop.id
}

variable "group" {
  type = string
}

variable "app" {
  type = string
}

variable "token" {
  type      = string
  sensitive = true
}
