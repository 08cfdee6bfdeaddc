provider "registry.terraform.io/example/early" {
  version = "0.0.3"
}

provider "registry.terraform.io/hashicorp/time" {
  version = "0.9.1"
}
