terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "< 6.56.1"
    }
  }
}

data "aws_region" "current" {}

output "region" {
  description = "Region of the provider"
  value       = data.aws_region.current.region
}
