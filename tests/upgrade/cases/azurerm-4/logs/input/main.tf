terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.116"
    }
  }
}

resource "azurerm_monitor_diagnostic_setting" "vault" {
  name               = "vault"
  target_resource_id = var.vault

  log {
    category = "AuditEvent"
  }

  log {
    category = "Other"
    enabled  = false
  }

  # only in production
  log {
    category = "Third"
    enabled  = var.is_production
  }

  dynamic "log" {
    for_each = var.logs

    content {
      category = log.value.name
      enabled  = log.value.on
    }
  }
}

variable "vault" {
  type = string
}

variable "is_production" {
  type = bool
}

variable "logs" {
  type = list(object({ name = string, on = bool }))
}
