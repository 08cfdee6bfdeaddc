terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0, < 6.0"
    }
  }
}

data "aws_region" "here" {}

output "name" {
  value = "jobs-${data.aws_region.here.name}"
}
