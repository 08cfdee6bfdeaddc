terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 99.0"
    }
  }
}
