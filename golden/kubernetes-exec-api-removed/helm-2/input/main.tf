terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 2.17"
    }
  }
}

provider "helm" {
  kubernetes {
    host = "https://cluster.example.com"

    exec {
      api_version = "client.authentication.k8s.io/v1alpha1"
      command     = "gke-gcloud-auth-plugin"
    }
  }
}
