terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 2.0"
    }
  }
}

data "helm_repository" "closed" {
  name     = "closed"
  url      = "https://charts.example.com/closed"
  username = "deploy"
}

resource "helm_release" "grafana" {
  name       = "grafana"
  repository = "https://charts.example.com/${var.channel}"
  chart      = "grafana"

  set {
    name  = "tag"
    value = "11"
    type  = "string"
  }
}

resource "helm_release" "loki" {
  name       = "loki"
  repository = data.helm_repository.closed.metadata.0.name
  chart      = "loki"
}

variable "channel" {
  type = string
}
