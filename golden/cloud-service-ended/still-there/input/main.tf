resource "google_sourcerepo_repository" "code" {
  name = "code"
}

resource "azurerm_spring_cloud_service" "main" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
}

# the provider does not have it any more
resource "azurerm_mysql_server" "old" {
  name                = "old"
  location            = "westeurope"
  resource_group_name = "shop"
}
