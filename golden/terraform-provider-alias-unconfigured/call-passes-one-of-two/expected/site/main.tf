terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dns, aws.replica]
    }
  }
}

resource "aws_s3_bucket" "site" {
  provider      = aws.replica
  bucket_prefix = "site-"
}

resource "aws_route53_zone" "site" {
  provider = aws.dns
  name     = "example.com"
}
