variable "stage" {
  type    = string
  default = local.stage
}

locals {
  stage = "test"
  keep  = true
}

output "stage" {
  value     = var.stage
  sensitive = local.keep
}

resource "terraform_data" "one" {
  lifecycle {
    prevent_destroy = var.stage == "live"
  }
}

provider "aws" {
  alias  = var.stage
  region = "eu-west-1"
}
