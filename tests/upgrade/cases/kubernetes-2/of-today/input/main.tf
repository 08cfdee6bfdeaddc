terraform {
  required_providers {
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "~> 1.0"
    }
  }
}

resource "kubernetes_pod" "job" {
  metadata {
    name = "job"
  }

  spec {
    container {
      name  = "job"
      image = "busybox"

      resources {
        limits = {
          cpu = "0.5"
        }
      }
    }
  }
}

resource "kubernetes_daemonset" "agent" {
  wait_for_rollout = true

  metadata {
    name = "agent"
  }

  spec {
    template {
      metadata {
        labels = {
          app = "agent"
        }
      }

      spec {
        automount_service_account_token = true

        container {
          name  = "agent"
          image = "agent"
        }
      }
    }
  }
}
