terraform {
  required_providers {
    kubectl = "~> 1.0"
  }
}
