provider "aws" {
  alias  = "dns"
  region = "us-east-1"
}

data "aws_route53_zone" "main" {
  name = "example.com"
}
