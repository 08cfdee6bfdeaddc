resource "random_id" "bucket_suffix" {
  byte_length = 8
}

# S3 bucket for replication (us-east-1)
resource "aws_s3_bucket" "replica" {
  provider = aws.replica
  bucket   = "replica-${random_id.bucket_suffix.hex}"
}

# Provider configuration for replica region (add this to your provider.tf if not already present)
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
      configuration_aliases = [aws.replica]
    }
  }
}

output "replica_bucket" {
  value = aws_s3_bucket.replica.bucket
}
