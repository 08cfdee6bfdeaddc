terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.9, < 6"
    }
  }
}

resource "aws_s3_bucket" "this" {
  bucket_prefix = "logs-"
}
