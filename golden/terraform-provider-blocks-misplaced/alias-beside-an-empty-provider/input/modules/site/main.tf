terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = "~> 6.0"
      configuration_aliases = [aws.us-east-1]
    }
    fastly = {
      source  = "fastly/fastly"
      version = "~> 8.0"
    }
  }
}

provider "fastly" {}

resource "aws_acm_certificate" "site" {
  provider          = aws.us-east-1
  domain_name       = "shop.example"
  validation_method = "DNS"
}
