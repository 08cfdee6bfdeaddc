terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  alias  = "audit"
  region = "eu-west-2"
}

data "aws_caller_identity" "audit" {
  provider = aws.audit
}
