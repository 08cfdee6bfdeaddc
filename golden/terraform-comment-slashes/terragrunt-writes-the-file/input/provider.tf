// Written by Terragrunt.
provider "aws" {
  region = "eu-west-1"
}
