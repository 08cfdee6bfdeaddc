terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 3.0"
    }
  }
}

resource "helm_release" "ingress" {
  name = "ingress"

  chart {
    name = "ingress"
  }

  values {
    replicas = 2
  }

  set {
    name = "replicas"
    text = "2"
  }

  timeout {
    seconds = 60
  }
}
