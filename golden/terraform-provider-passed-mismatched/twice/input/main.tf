provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "b"
  region = "eu-west-2"
}

module "topic" {
  source = "./topic"

  providers = {
    aws   = aws
    "aws" = aws.b
  }
}
