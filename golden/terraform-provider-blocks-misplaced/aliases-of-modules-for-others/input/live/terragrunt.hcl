terraform {
  source = "../generated"
}

generate "replica" {
  path      = "aws.tf"
  if_exists = "overwrite"
  contents  = <<-EOF
    provider "aws" {
      alias  = "replica"
      region = "eu-west-1"
    }
  EOF
}
