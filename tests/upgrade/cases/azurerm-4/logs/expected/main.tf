terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

resource "azurerm_monitor_diagnostic_setting" "vault" {
  name               = "vault"
  target_resource_id = var.vault

  enabled_log {
    category = "AuditEvent"
  }

  # only in production
  dynamic "enabled_log" {
    for_each = var.is_production ? [true] : []

    content {
      category = "Third"
    }
  }

  dynamic "enabled_log" {
    for_each = [for log in var.logs : log if log.on]
    iterator = log

    content {
      category = log.value.name
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
