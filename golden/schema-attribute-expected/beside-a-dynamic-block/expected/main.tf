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

  set = concat(
    [{
      name  = "replicas"
      value = "2"
    }],
    [for key, value in var.settings : {
      name  = key
      value = value
    }]
  )
}
