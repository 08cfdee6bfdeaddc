terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.116"
    }
  }
}

resource "azurerm_mysql_server" "old" {
  name = "old"
}

data "azurerm_sql_server" "old" {
  name                = "old"
  resource_group_name = "db"
}

resource "azurerm_linux_web_app" "web" {
  name = "web"

  site_config {
    health_check_path = "/up"

    application_stack {
      docker_image     = "registry.example.com/web"
      docker_image_tag = "1"
    }
  }
}
