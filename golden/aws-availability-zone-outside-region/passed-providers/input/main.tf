provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

module "east" {
  source = "./regional"
}

module "west" {
  source = "./regional"

  providers = {
    aws = aws.west
  }
}
