resource "aws_s3_bucket" "replica" {
  provider = aws.replica
  bucket   = "acme-replica"
}
