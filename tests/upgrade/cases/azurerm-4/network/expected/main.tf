terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

provider "azurerm" {
  subscription_id                 = var.subscription
  resource_provider_registrations = var.is_registered ? "none" : null

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
    name             = "inner"
    address_prefixes = ["10.0.1.0/24"]
  }
}

resource "azurerm_subnet" "one" {
  name                              = "one"
  resource_group_name               = "hub"
  virtual_network_name              = azurerm_virtual_network.hub.name
  address_prefixes                  = [cidrsubnet(tolist(azurerm_virtual_network.hub.address_space)[0], 8, 2)]
  private_endpoint_network_policies = "Disabled"

  private_link_service_network_policies_enabled = false
}

resource "azurerm_subnet" "two" {
  name                              = "two"
  resource_group_name               = "hub"
  virtual_network_name              = azurerm_virtual_network.hub.name
  address_prefixes                  = ["10.0.3.0/24"]
  private_endpoint_network_policies = "Enabled"
}

resource "azurerm_route_table" "hub" {
  name                          = "hub"
  location                      = "westeurope"
  resource_group_name           = "hub"
  bgp_route_propagation_enabled = false

  lifecycle {
    ignore_changes = [bgp_route_propagation_enabled, tags]
  }
}

resource "azurerm_public_ip" "old" {
  name                = "old"
  location            = "westeurope"
  resource_group_name = "hub"
  allocation_method   = "Dynamic"
  sku                 = "Basic"
}

resource "azurerm_network_interface" "vm" {
  name                           = "vm"
  location                       = "westeurope"
  resource_group_name            = "hub"
  accelerated_networking_enabled = true

  ip_configuration {
    name                          = "inner"
    private_ip_address_allocation = "Dynamic"
  }
}

output "is_fast" {
  value = azurerm_network_interface.vm.accelerated_networking_enabled
}

variable "is_quiet" {
  type = bool
}

resource "azurerm_route_table" "other" {
  name                          = "other"
  location                      = "westeurope"
  resource_group_name           = "hub"
  bgp_route_propagation_enabled = !var.is_quiet
}

output "is_routed" {
  value = !!azurerm_route_table.other.bgp_route_propagation_enabled
}

output "told" {
  value = "propagation: ${!azurerm_route_table.hub.bgp_route_propagation_enabled ? "off" : "on"}"
}
