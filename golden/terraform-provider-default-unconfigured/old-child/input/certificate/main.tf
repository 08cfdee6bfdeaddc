provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

resource "aws_acm_certificate" "main" {
  provider          = aws.us
  domain_name       = "example.com"
  validation_method = "DNS"
}

data "aws_route53_zone" "main" {
  name = "example.com"
}
