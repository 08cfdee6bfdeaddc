terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 2.0"
    }
  }
}

resource "helm_release" "grafana" {
  name  = "grafana"
  chart = "grafana"

  set = [
    {
      name  = "replicas"
      value = "2"
    },
  ]
}

resource "terraform_data" "set" {
  input = {
    set      = "registry { url }"
    registry = helm_release.grafana.name
  }
}
