module "log_bucket" {
  source     = "./bucket"
  bucketName = "logs" # in one place
}

module "file_bucket" {
  source     = "./bucket"
  for_each   = toset(["a", "b"])
  bucketName = each.key
}

output "log_arn" {
  value = module.log_bucket.bucketArn
}

output "file_arns" {
  value = { for key in ["a", "b"] : key => module.file_bucket[key].bucketArn }
}
