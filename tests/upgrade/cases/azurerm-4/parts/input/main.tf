terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.116"
    }
  }
}

resource "azurerm_nginx_deployment" "web" {
  name                = "web"
  location            = "westeurope"
  resource_group_name = "web"
  sku                 = "standard"

  configuration {
    root_file = "/etc/nginx/nginx.conf"

    config_file {
      content      = "eA=="
      virtual_path = "/etc/nginx/nginx.conf"
    }
  }
}

resource "azurerm_storage_share" "data" {
  name                 = "data"
  storage_account_name = "acme"
  quota                = 50
}

resource "azurerm_storage_share_directory" "known" {
  name                 = "known"
  share_name           = azurerm_storage_share.data.name
  storage_account_name = azurerm_storage_share.data.storage_account_name
}

resource "azurerm_storage_share_directory" "unknown" {
  name                 = "unknown"
  share_name           = "elsewhere"
  storage_account_name = "acme"
}

resource "azurerm_cosmosdb_account" "db" {
  name             = "db"
  offer_type       = "Standard"
  ip_range_filter  = "203.0.113.1, 203.0.113.2"
  enable_free_tier = true
}

resource "azurerm_signalr_service" "push" {
  name               = "push"
  live_trace_enabled = true
}

resource "azurerm_managed_application" "app" {
  name = "app"

  parameters = {
    size = "small"
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "web" {
  name            = "web"
  scale_in_policy = "OldestVM"

  terminate_notification {
    enabled = true
  }

  gallery_applications {
    package_reference_id = "x"
    order                = 1
  }
}

resource "azurerm_vpn_gateway_nat_rule" "out" {
  name                            = "out"
  resource_group_name             = "hub"
  vpn_gateway_id                  = "g"
  external_address_space_mappings = ["192.168.21.0/26"]
  internal_address_space_mappings = var.ranges
}

variable "ranges" {
  type = list(string)
}
