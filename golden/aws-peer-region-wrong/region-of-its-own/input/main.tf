terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_kms_key" "main" {
  multi_region = true
}

resource "aws_kms_replica_key" "main" {
  region          = "us-east-1"
  primary_key_arn = aws_kms_key.main.arn
}
