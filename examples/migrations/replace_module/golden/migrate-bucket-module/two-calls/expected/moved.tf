# Until everybody has applied this.
moved {
  from = module.bucket.aws_s3_bucket.bucket
  to   = module.renamed_in_2024.aws_s3_bucket.bucket
}

moved {
  from = module.logs.aws_s3_bucket.bucket
  to   = module.logs.aws_s3_bucket.this[0]
}

moved {
  from = module.logs.aws_s3_bucket_versioning.bucket
  to   = module.logs.aws_s3_bucket_versioning.this[0]
}

moved {
  from = module.logs.aws_s3_bucket_policy.bucket
  to   = module.logs.aws_s3_bucket_policy.this[0]
}

moved {
  from = module.logs.aws_s3_bucket_public_access_block.bucket
  to   = module.logs.aws_s3_bucket_public_access_block.this[0]
}

moved {
  from = module.copies.aws_s3_bucket.bucket
  to   = module.copies.aws_s3_bucket.this[0]
}

moved {
  from = module.copies.aws_s3_bucket_versioning.bucket
  to   = module.copies.aws_s3_bucket_versioning.this[0]
}

moved {
  from = module.copies.aws_s3_bucket_policy.bucket
  to   = module.copies.aws_s3_bucket_policy.this[0]
}

moved {
  from = module.copies.aws_s3_bucket_public_access_block.bucket
  to   = module.copies.aws_s3_bucket_public_access_block.this[0]
}
