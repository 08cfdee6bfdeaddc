terraform {
  required_version = "~> 1.9"
}

module "bucket" {
  source = "./bucket"
}

data "aws_region" "current" {}
