terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

resource "azurerm_nginx_deployment" "web" {
  name                = "web"
  location            = "westeurope"
  resource_group_name = "web"
  sku                 = "standard"
  capacity            = 20
}

resource "azurerm_nginx_configuration" "web" {
  nginx_deployment_id = azurerm_nginx_deployment.web.id
  root_file           = "/etc/nginx/nginx.conf"

  config_file {
    content      = "eA=="
    virtual_path = "/etc/nginx/nginx.conf"
  }
}

import {
  to = azurerm_nginx_configuration.web
  id = "${azurerm_nginx_deployment.web.id}/configurations/default"
}

resource "azurerm_storage_share" "data" {
  name                 = "data"
  storage_account_name = "acme"
  quota                = 50
}

resource "azurerm_storage_share_directory" "known" {
  name             = "known"
  storage_share_id = azurerm_storage_share.data.id
}

resource "azurerm_storage_share_directory" "unknown" {
  name                 = "unknown"
  share_name           = "elsewhere"
  storage_account_name = "acme"
}

resource "azurerm_cosmosdb_account" "db" {
  name              = "db"
  offer_type        = "Standard"
  ip_range_filter   = ["203.0.113.1", "203.0.113.2"]
  free_tier_enabled = true
}

resource "azurerm_signalr_service" "push" {
  name = "push"

  live_trace {
    enabled = true
  }
}

resource "azurerm_managed_application" "app" {
  name = "app"

  parameter_values = jsonencode({ for key, value in {
    size = "small"
  } : key => { value = value } })
}

resource "azurerm_linux_virtual_machine_scale_set" "web" {
  name = "web"

  termination_notification {
    enabled = true
  }

  gallery_application {
    version_id = "x"
    order      = 1
  }

  scale_in {
    rule = "OldestVM"
  }
}

resource "azurerm_vpn_gateway_nat_rule" "out" {
  name           = "out"
  vpn_gateway_id = "g"

  external_mapping {
    address_space = "192.168.21.0/26"
  }

  dynamic "internal_mapping" {
    for_each = var.ranges

    content {
      address_space = internal_mapping.value
    }
  }
}

variable "ranges" {
  type = list(string)
}
