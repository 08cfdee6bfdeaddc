resource "kubernetes_ingress" "web" {
  metadata {
    name = "web"
  }

  spec {
    backend {
      service_name = "web"
      service_port = 80
    }
  }
}

data "kubernetes_ingress" "old" {
  metadata {
    name = "old"
  }
}

resource "kubernetes_pod_disruption_budget" "web" {
  metadata {
    name = "web"
  }

  spec {
    min_available = 1

    selector {
      match_labels = {
        app = "web"
      }
    }
  }
}
