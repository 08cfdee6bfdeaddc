resource "google_artifact_registry_repository" "images" {
  location      = "europe-west1"
  repository_id = "images"
  format        = "DOCKER"
}

resource "azurerm_mysql_flexible_server" "main" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
}
