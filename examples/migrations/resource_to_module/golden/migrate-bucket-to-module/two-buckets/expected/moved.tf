moved {
  from = aws_s3_bucket.archive
  to   = module.archive.aws_s3_bucket.this
}

moved {
  from = aws_s3_bucket_public_access_block.archive
  to   = module.archive.aws_s3_bucket_public_access_block.this
}

moved {
  from = aws_s3_bucket.assets
  to   = module.assets.aws_s3_bucket.this
}

moved {
  from = aws_s3_bucket_public_access_block.assets
  to   = module.assets.aws_s3_bucket_public_access_block.this
}
