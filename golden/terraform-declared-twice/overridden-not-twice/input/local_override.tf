terraform {
  backend "local" {}
}

variable "region" {
  default = "eu-west-1"
}

locals {
  stage = "test"
}

provider "aws" {
  region = "eu-west-2"
}
