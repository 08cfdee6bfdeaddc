provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "replica"
  region = "eu-west-2"
}

module "topic" {
  source = "./modules/topic"
  count  = 2

  providers = {
    aws         = aws
    aws.replica = aws.replica
  }
}
