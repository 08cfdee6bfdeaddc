terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.116"
    }
  }
}

provider "azurerm" {
  subscription_id            = var.subscription
  skip_provider_registration = var.is_registered

  features {}
}

variable "subscription" {
  type = string
}

variable "is_registered" {
  type = bool
}

resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "westeurope"
  resource_group_name = "hub"
  address_space       = ["10.0.0.0/16"]

  subnet {
    name           = "inner"
    address_prefix = "10.0.1.0/24"
  }
}

resource "azurerm_subnet" "one" {
  name                                      = "one"
  resource_group_name                       = "hub"
  virtual_network_name                      = azurerm_virtual_network.hub.name
  address_prefixes                          = [cidrsubnet(azurerm_virtual_network.hub.address_space[0], 8, 2)]
  private_endpoint_network_policies_enabled = false

  enforce_private_link_service_network_policies = true
}

resource "azurerm_subnet" "two" {
  name                 = "two"
  resource_group_name  = "hub"
  virtual_network_name = azurerm_virtual_network.hub.name
  address_prefixes     = ["10.0.3.0/24"]
}

resource "azurerm_route_table" "hub" {
  name                          = "hub"
  location                      = "westeurope"
  resource_group_name           = "hub"
  disable_bgp_route_propagation = true

  lifecycle {
    ignore_changes = [disable_bgp_route_propagation, tags]
  }
}

resource "azurerm_public_ip" "old" {
  name                = "old"
  location            = "westeurope"
  resource_group_name = "hub"
  allocation_method   = "Dynamic"
}

resource "azurerm_network_interface" "vm" {
  name                          = "vm"
  location                      = "westeurope"
  resource_group_name           = "hub"
  enable_accelerated_networking = true

  ip_configuration {
    name                          = "inner"
    private_ip_address_allocation = "Dynamic"
  }
}

output "is_fast" {
  value = azurerm_network_interface.vm.enable_accelerated_networking
}

variable "is_quiet" {
  type = bool
}

resource "azurerm_route_table" "other" {
  name                          = "other"
  location                      = "westeurope"
  resource_group_name           = "hub"
  disable_bgp_route_propagation = var.is_quiet
}

output "is_routed" {
  value = !azurerm_route_table.other.disable_bgp_route_propagation
}

output "told" {
  value = "propagation: ${azurerm_route_table.hub.disable_bgp_route_propagation ? "off" : "on"}"
}
