resource "random_id" "bucket_suffix" {
  byte_length = 8
}

# S3 bucket for replication (us-east-1)
resource "aws_s3_bucket" "replica" {
  provider = aws.replica
  bucket   = "replica-${random_id.bucket_suffix.hex}"
}

output "replica_bucket" {
  value = aws_s3_bucket.replica.bucket
}
