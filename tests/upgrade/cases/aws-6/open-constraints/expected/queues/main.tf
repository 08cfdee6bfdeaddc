terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0, < 7.0"
    }
  }
}

data "aws_region" "here" {}

output "name" {
  value = "jobs-${data.aws_region.here.region}"
}
