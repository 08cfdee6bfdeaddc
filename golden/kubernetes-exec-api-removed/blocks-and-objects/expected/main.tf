terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 3.0"
    }
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "~> 2.30"
    }
  }
}

provider "kubernetes" {
  host = "https://cluster.example.com"

  exec {
    api_version = "client.authentication.k8s.io/v1beta1" # as the wizard wrote it
    command     = "aws"
    args        = ["eks", "get-token", "--cluster-name", "main"]
  }
}

provider "helm" {
  kubernetes = {
    host = "https://cluster.example.com"

    exec = {
      api_version = "client.authentication.k8s.io/v1beta1"
      command     = "aws"
      args        = ["eks", "get-token", "--cluster-name", "main"]
    }
  }
}
