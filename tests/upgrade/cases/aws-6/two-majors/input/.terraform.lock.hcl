provider "registry.terraform.io/hashicorp/aws" {
  version     = "4.67.0"
  constraints = "~> 4.67"
  hashes = [
    "h1:x",
  ]
}

provider "registry.terraform.io/hashicorp/random" {
  version = "3.6.0"
}
