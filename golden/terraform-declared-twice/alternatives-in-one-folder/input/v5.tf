provider "kubernetes" {
  host = module.eks.cluster_endpoint
}
