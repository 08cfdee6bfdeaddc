module "network" {
  source = "./network"
  providers = {
    aws         = aws
    aws.replica = aws.replica
  }
}

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "replica"
  region = "eu-west-2"
}
