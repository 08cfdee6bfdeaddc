generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite"
  contents  = "// Written by Terragrunt.\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\n"
}
