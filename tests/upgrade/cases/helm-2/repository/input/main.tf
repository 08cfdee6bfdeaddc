terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 1.0"
    }
  }
}

data "helm_repository" "stable" {
  name = "stable"
  url  = "https://charts.example.com/${var.channel}"
}

data "helm_repository" "closed" {
  name     = "closed"
  url      = "https://charts.example.com/closed"
  username = "deploy"
}

resource "helm_release" "grafana" {
  name       = "grafana"
  repository = data.helm_repository.stable.metadata[0].name
  chart      = "grafana"

  set_string {
    name  = "tag"
    value = "11"
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
