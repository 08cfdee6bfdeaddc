provider "registry.terraform.io/acme/aws" {
  version = "5.64.0"
}
