run "plan" {
  providers = {
    aws = aws.replica
  }
}
