provider "kubernetes" {
  host = module.eks.eks_cluster_endpoint
}

provider "helm" {
  kubernetes {
    host = module.eks.eks_cluster_endpoint
  }
}
