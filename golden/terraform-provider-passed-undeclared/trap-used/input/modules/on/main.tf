module "topic" {
  source    = "../topic"
  providers = { aws.replica = aws.replica }
}
