provider "aws" {
  region = "eu-west-1"
}

module "storage" {
  source = "./storage"
  name   = "shop"

  providers = {
    aws         = aws
    aws.replica = aws.replica
  }
}
