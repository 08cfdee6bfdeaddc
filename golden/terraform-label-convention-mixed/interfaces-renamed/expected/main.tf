module "log_bucket" {
  source      = "./bucket"
  bucket_name = "logs" # in one place
}

module "file_bucket" {
  source      = "./bucket"
  for_each    = toset(["a", "b"])
  bucket_name = each.key
}

output "log_arn" {
  value = module.log_bucket.bucket_arn
}

output "file_arns" {
  value = { for key in ["a", "b"] : key => module.file_bucket[key].bucket_arn }
}
