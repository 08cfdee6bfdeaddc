locals {
  project = "shop"
}

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "my-app-logs"

  tags = {
    Name = "my-app-logs"
  }
}

resource "aws_s3_bucket" "assets" {
  bucket = "${local.project}-assets"
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id

  versioning_configuration {
    status = "Enabled"
  }
}
