terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.116"
    }
  }
}

locals {
  enable_auto_scaling = true

  settings = {
    enable_https_traffic_only = local.enable_auto_scaling
  }
}

resource "azurerm_linux_virtual_machine" "one" {
  name        = "one"
  custom_data = base64encode("docker_image = nginx")

  identity {
    type = "SystemAssigned"
  }

  tags = {
    disable_bgp_route_propagation = "true"
    log                           = local.settings.enable_https_traffic_only
  }
}
