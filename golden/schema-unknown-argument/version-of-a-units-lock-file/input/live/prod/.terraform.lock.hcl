provider "registry.terraform.io/hashicorp/aws" {
  version     = "5.99.1"
  constraints = ">= 5.0.0"
}
