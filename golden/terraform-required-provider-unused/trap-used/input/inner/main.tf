resource "kubernetes_namespace" "a" {
  metadata {
    name = "a"
  }
}
