terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = ">= 2.9"
    }
  }
}

resource "helm_release" "ingress" {
  name  = "ingress"
  chart = "ingress-nginx"

  set {
    name  = "replicas"
    value = "2"
  }
}
