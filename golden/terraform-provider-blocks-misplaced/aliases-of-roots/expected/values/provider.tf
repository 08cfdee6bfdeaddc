terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "name" {
  type = string
}

variable "replica_region" {
  type        = string
  description = "Region of the provider configuration aws.replica"
}

resource "aws_s3_bucket" "replica" {
  provider = aws.replica
  bucket   = var.name
}

provider "aws" {
  alias  = "replica"
  region = var.replica_region
}
