terraform {
  backend "s3" {
    bucket = "state"
    key    = "network"
    region = "eu-west-1"
  }
}

variable "region" {
  type = string
}

locals {
  stage = "live"
}

provider "aws" {
  region = var.region
}
