generate "providers" {
  path      = "terragrunt-generated-provider.tf"
  if_exists = "overwrite_terragrunt"
  contents  = run_cmd("--terragrunt-quiet", "./providers.py")
}
