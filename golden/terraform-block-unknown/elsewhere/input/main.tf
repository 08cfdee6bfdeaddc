required_providers {
  aws = {
    source = "hashicorp/aws"
  }
}

backend "s3" {
  bucket = "state"
}

variable "region" {
  type = string

  precondition {
    condition     = var.region != ""
    error_message = "It needs a region."
  }
}

stack "one" {
  source = "./one"
}

module "network" {
  source = "./network"

  tags {
    name = "network"
  }
}

locals {
  tags {
    name = "network"
  }
}
