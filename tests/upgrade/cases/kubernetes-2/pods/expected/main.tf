terraform {
  required_providers {
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "~> 2.0"
    }
  }
}

provider "kubernetes" {
  host = var.host
}

variable "host" {
  type = string
}

resource "kubernetes_deployment" "web" {
  metadata {
    name = "web"
  }

  spec {
    selector {
      match_labels = {
        app = "web"
      }
    }

    template {
      metadata {
        labels = {
          app = "web"
        }
      }

      spec {
        automount_service_account_token = false
        container {
          name  = "web"
          image = "nginx"

          resources {
            limits = {
              cpu    = "0.5"
              memory = "512Mi"
            }

            requests = {
              cpu = "250m" # measured
            }
          }
        }
      }
    }
  }
}

resource "kubernetes_service" "web" {
  metadata {
    name = "web"
  }

  spec {
    type = "LoadBalancer"

    port {
      port = 80
    }
  }
}

output "address" {
  value = kubernetes_service.web.status[0].load_balancer[0].ingress[0].hostname
}
