resource "azurerm_subnet" "web" {
  name                 = "web"
  resource_group_name  = "web"
  virtual_network_name = "web"
  address_prefixes     = ["10.0.1.0/24"]
}

output "address_prefix" {
  value = azurerm_subnet.web.address_prefixes[0]
}
