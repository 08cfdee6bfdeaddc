terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.0"
    }
  }
}

resource "azurerm_app_service" "web" {
  name                = "web"
  location            = "westeurope"
  resource_group_name = "apps"
  app_service_plan_id = "p"
}

resource "azurerm_redis_cache" "main" {
  name                = "main"
  minimum_tls_version = "1.2"
}
