provider "helm" {
  kubernetes = {
    host                   = var.host
    cluster_ca_certificate = base64decode(var.certificate)

    # A short-lived token
    exec = {
      api_version = "client.authentication.k8s.io/v1beta1"
      command     = "aws"
      args        = ["eks", "get-token", "--cluster-name", "main"]
    }
  }
}

resource "helm_release" "ingress" {
  name  = "ingress"
  chart = "ingress-nginx"

  # Two are enough.
  set_list = [
    {
      name  = "hosts"
      value = ["a.example.com"]
    },
    {
      name  = "paths"
      value = ["/"] # all
    },
  ]
}

variable "host" {
  type = string
}

variable "certificate" {
  type = string
}
