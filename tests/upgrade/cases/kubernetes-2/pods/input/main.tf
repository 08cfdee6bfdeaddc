terraform {
  required_providers {
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "~> 1.0"
    }
  }
}

provider "kubernetes" {
  load_config_file = false
  host             = var.host
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
        container {
          name  = "web"
          image = "nginx"

          resources {
            limits {
              cpu    = "0.5"
              memory = "512Mi"
            }

            requests {
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
  value = kubernetes_service.web.load_balancer_ingress[0].hostname
}
