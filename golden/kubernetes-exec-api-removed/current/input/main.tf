provider "kubernetes" {
  host = "https://cluster.example.com"

  exec {
    api_version = "client.authentication.k8s.io/v1beta1"
    command     = "aws"
    args        = ["eks", "get-token", "--cluster-name", "main"]
  }
}

provider "kubernetes" {
  alias = "by-plugin"
  host  = "https://cluster.example.com"

  exec {
    api_version = "client.authentication.k8s.io/v1"
    command     = "gke-gcloud-auth-plugin"
  }
}
