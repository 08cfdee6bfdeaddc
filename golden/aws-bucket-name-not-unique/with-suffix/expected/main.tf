locals {
  project = "shop"
}

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.0"
    }
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "my-app-logs-${random_id.logs_suffix.hex}"

  tags = {
    Name = "my-app-logs"
  }
}

resource "random_id" "logs_suffix" {
  byte_length = 4
}

resource "aws_s3_bucket" "assets" {
  bucket = "${local.project}-assets-${random_id.assets_suffix.hex}"
}

resource "random_id" "assets_suffix" {
  byte_length = 4
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id

  versioning_configuration {
    status = "Enabled"
  }
}
