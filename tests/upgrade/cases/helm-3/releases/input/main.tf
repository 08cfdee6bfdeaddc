terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 2.0"
    }
  }
}

provider "helm" {
  kubernetes {
    config_path = "~/.kube/config"
  }

  experiments {
    manifest = true
  }
}

resource "helm_release" "grafana" {
  name  = "grafana"
  chart = "grafana"

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

  set_sensitive {
    name  = "adminPassword"
    value = var.password
  }

  postrender {
    binary_path = "./kustomize.sh"
  }
}

data "helm_template" "grafana" {
  name  = "grafana"
  chart = "grafana"

  set_string {
    name  = "tag"
    value = "11"
  }
}

variable "settings" {
  type    = map(string)
  default = {}
}

variable "password" {
  type = string
}

output "revision" {
  value = helm_release.grafana.metadata[0].revision
}

output "versions" {
  value = helm_release.grafana.metadata.*.version
}
