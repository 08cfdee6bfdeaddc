provider "aws" {
  alias = "dns"
}

resource "aws_route53_zone" "this" {
  provider = aws.dns
  name     = "example.com"
}
