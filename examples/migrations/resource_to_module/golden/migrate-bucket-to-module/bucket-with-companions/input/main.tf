terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

# Everything that the load balancers write.
resource "aws_s3_bucket" "logs" {
  bucket        = "acme-logs-${var.environment}" # known to the auditors
  force_destroy = var.environment != "production"

  tags = {
    Team = "operations"
  }
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id

  versioning_configuration {
    status = "Enabled"
  }
}

variable "environment" {
  description = "Where this is deployed."
  type        = string
}
