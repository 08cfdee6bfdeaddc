terraform {
  required_providers {
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "~> 1.13"
    }
  }
}

provider "kubernetes" {
  host = "https://cluster.example.com"

  exec {
    api_version = "client.authentication.k8s.io/v1alpha1"
    command     = "aws"
  }
}
