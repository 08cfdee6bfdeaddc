module "replica" {
  source = "./modules/replica"

  providers = {
    aws         = aws
    aws.replica = aws.ireland
  }
}

output "replica_bucket" {
  value = module.replica.bucket
}
