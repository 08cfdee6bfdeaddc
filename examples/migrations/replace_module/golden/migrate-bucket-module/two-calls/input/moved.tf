# Until everybody has applied this.
moved {
  from = module.bucket.aws_s3_bucket.bucket
  to   = module.renamed_in_2024.aws_s3_bucket.bucket
}
