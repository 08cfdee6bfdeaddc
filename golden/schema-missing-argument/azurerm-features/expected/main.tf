terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }

  backend "azurerm" {}
}

# everything but the hub
provider "azurerm" {
  subscription_id = "00000000-0000-0000-0000-000000000000"

  features {}
}

provider "azurerm" {
  alias           = "hub"
  subscription_id = "11111111-1111-1111-1111-111111111111"

  features {}
}

provider "azurerm" {
  alias = "dns"

  features {}
}

provider "azurerm" {
  alias = "logs"

  features {
    key_vault {
      purge_soft_delete_on_destroy = false
    }
  }
}

provider "azurerm" {
  alias = "templates"

  features {
    template_deployment {}
  }
}
