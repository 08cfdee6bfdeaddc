terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 1.60"
    }
  }
}

data "aws_region" "current" {}

output "name" {
  value = data.aws_region.current.name
}
