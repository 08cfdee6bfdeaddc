resource "kubernetes_ingress_v1" "web" {
  metadata {
    name = "web"
  }

  spec {
    default_backend {
      service {
        name = "web"

        port {
          number = 80
        }
      }
    }
  }
}

resource "kubernetes_horizontal_pod_autoscaler" "web" {
  metadata {
    name = "web"
  }

  spec {
    max_replicas = 4

    scale_target_ref {
      kind = "Deployment"
      name = "web"
    }
  }
}
