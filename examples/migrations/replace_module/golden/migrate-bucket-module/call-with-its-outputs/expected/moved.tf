moved {
  from = module.assets.aws_s3_bucket.bucket
  to   = module.assets.aws_s3_bucket.this[0]
}

moved {
  from = module.assets.aws_s3_bucket_versioning.bucket
  to   = module.assets.aws_s3_bucket_versioning.this[0]
}

moved {
  from = module.assets.aws_s3_bucket_policy.bucket
  to   = module.assets.aws_s3_bucket_policy.this[0]
}

moved {
  from = module.assets.aws_s3_bucket_public_access_block.bucket
  to   = module.assets.aws_s3_bucket_public_access_block.this[0]
}
