run "keeps_old_versions" {
  command = plan

  variables {
    name               = "test"
    versioning_enabled = true
  }

  assert {
    condition     = length(aws_s3_bucket_versioning.this) == 1
    error_message = "The bucket keeps no old versions."
  }
}
