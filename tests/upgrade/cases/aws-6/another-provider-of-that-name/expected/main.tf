terraform {
  required_providers {
    aws = {
      source  = "acme/aws"
      version = "~> 5.0"
    }
  }
}

data "aws_region" "current" {}

output "name" {
  value = data.aws_region.current.name
}
