run "name" {
  command = plan

  assert {
    condition     = aws_s3_bucket.tested.bucket == "acme-tested"
    error_message = "The bucket has another name."
  }
}
