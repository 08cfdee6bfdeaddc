terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 3.0"
    }
  }
}

variable "settings" {
  type = map(string)
}

resource "helm_release" "ingress" {
  name  = "ingress"
  chart = "ingress"

  set {
    name  = "replicas"
    value = "2"
  }

  dynamic "set" {
    for_each = var.settings
    content {
      name  = set.key
      value = set.value
    }
  }
}
