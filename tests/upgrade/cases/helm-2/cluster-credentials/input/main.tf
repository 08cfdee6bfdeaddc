terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 1.0"
    }
  }
}

provider "helm" {
  kubernetes {
    load_config_file = false
    host             = var.host
    token            = var.token
  }
}

provider "helm" {
  alias = "mine"

  kubernetes {
    config_context = "test"
  }
}

variable "host" {
  type = string
}

variable "token" {
  type = string
}
