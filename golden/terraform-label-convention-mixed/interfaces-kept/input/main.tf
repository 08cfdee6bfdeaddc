module "bucket" {
  source     = "./bucket"
  bucketName = "logs"
}

output "all_of_it" {
  value = module.bucket
}
