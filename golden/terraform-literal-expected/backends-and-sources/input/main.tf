terraform {
  required_version = ">= 1.5, < 1.12"

  backend "s3" {
    bucket = "state-${var.stage}"
    key    = "network"
    region = "eu-west-1"
  }

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = var.provider_version
    }
  }
}

variable "stage" {
  type = string
}

variable "provider_version" {
  type = string
}

module "network" {
  source = "./${var.stage}"
}
