provider "registry.terraform.io/hashicorp/aws" {
  version = "5.31.0"
  hashes  = []
}

provider "registry.terraform.io/datadog/datadog" {
  version     = "3.34.0"
  constraints = ">= 3.0.0"
}
