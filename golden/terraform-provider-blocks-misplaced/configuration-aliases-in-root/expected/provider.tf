# Provider configuration for replica region (add this to your provider.tf if not already present)
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  alias  = "replica"
  region = var.replica_region
}
