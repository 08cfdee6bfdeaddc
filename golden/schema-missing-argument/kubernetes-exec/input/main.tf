provider "kubernetes" {
  host = "https://cluster.example.com"

  exec {
    command = "aws"
    args    = ["eks", "get-token", "--cluster-name", "main"]
  }
}
