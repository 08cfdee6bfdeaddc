resource "kubernetes_manifest" "certificate" {
  manifest = {
    apiVersion = "cert-manager.io/v1"
    kind       = "Certificate"

    metadata = {
      name      = "web"
      namespace = "web"
    }
  }
}

resource "kubectl_manifest" "policy" {
  yaml_body = <<-EOT
    apiVersion: kyverno.io/v1
    kind: ClusterPolicy
    metadata:
      name: no-old-budgets
    spec:
      rules:
        - name: no-old-budgets
          match:
            apiVersion: policy/v1beta1
            kind: PodDisruptionBudget
  EOT
}

resource "kubectl_manifest" "flows" {
  yaml_body = <<-EOT
    apiVersion: flowcontrol.apiserver.k8s.io/v1
    kind: FlowSchema
    metadata:
      name: health
  EOT
}
