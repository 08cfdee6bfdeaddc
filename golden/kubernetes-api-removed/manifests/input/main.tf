locals {
  budget = {
    apiVersion = "policy/v1beta1"
    kind       = "PodDisruptionBudget"

    metadata = {
      name      = "web"
      namespace = var.namespace
    }
  }
}

variable "namespace" {
  type = string
}

resource "kubernetes_manifest" "budget" {
  manifest = local.budget
}

resource "kubernetes_manifest" "role" {
  manifest = yamldecode(<<-EOT
    apiVersion: rbac.authorization.k8s.io/v1beta1
    kind: ClusterRole
    metadata:
      name: reader
    rules: []
    EOT
  )
}

resource "kubectl_manifest" "ingress" {
  yaml_body = <<-EOT
    apiVersion: networking.k8s.io/v1beta1
    kind: Ingress
    metadata:
      name: web
      namespace: ${var.namespace}
  EOT
}
